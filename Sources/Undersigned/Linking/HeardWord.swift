/// What there is to hear of a word, read once for all words that it is compared with.
struct HeardWord {
  /// The sounds of the whole word, as scalars.
  let sounds: [UInt32]
  /// The consonants, with its article and without.
  let skeletons: [ConsonantSkeleton]
  /// How much its script tells.
  let reading: RomanForm.Reading

  /// Listens to a word.
  ///
  /// - Complexity: O(letters).
  init(_ word: LinkageVocabulary.Word) {
    let form = SoundForm(word.roman?.letters ?? word.form)
    sounds = form.sounds.map(UInt32.init)
    let withoutArticle = word.roman?.withoutArticle.map { ConsonantSkeleton(SoundForm($0)) }
    skeletons = [ConsonantSkeleton(form)] + (withoutArticle.map { [$0] } ?? [])
    reading = word.roman?.reading ?? .alphabet
  }
}
