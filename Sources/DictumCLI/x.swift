import DictumKit
