/// What a rule says of a gap; a rule that has nothing to say returns nil.
enum Verdict {
  case split
  case join
}
