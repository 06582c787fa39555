/// The consonants of a word by the place where they are spoken, for scripts that leave out the vowels or the difference
/// between voices: Arabic has no `p`, Korean no `f`, Japanese no `l`.
///
/// Coarse on purpose: seven classes, so a skeleton of three consonants is shared by chance by one pair of words in some
/// hundred. It may hint, and help to find pairs; with fewer than three consonants it is good for nothing.
struct ConsonantSkeleton: Hashable {
  /// One of `b k s t r m n` for each consonant; `h` and `w` are left out, as they stand for vowels too often.
  let classes: [UInt8]

  /// The skeleton of what is heard.
  ///
  /// - Complexity: O(*n*).
  init(_ form: SoundForm) {
    var classes: [UInt8] = []
    for sound in form.sounds {
      switch sound {
      case UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "f"), UInt8(ascii: "v"): classes.append(UInt8(ascii: "b"))
      case UInt8(ascii: "k"), UInt8(ascii: "g"): classes.append(UInt8(ascii: "k"))
      case UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "C"), UInt8(ascii: "J"): classes.append(UInt8(ascii: "s"))
      case UInt8(ascii: "t"), UInt8(ascii: "d"): classes.append(UInt8(ascii: "t"))
      case UInt8(ascii: "l"), UInt8(ascii: "r"): classes.append(UInt8(ascii: "r"))
      case UInt8(ascii: "m"), UInt8(ascii: "n"): classes.append(sound)
      default: break
      }
    }
    self.classes = classes
  }
}
