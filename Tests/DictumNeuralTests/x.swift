@testable import DictumNeural
