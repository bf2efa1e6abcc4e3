import DictumNeural
print("x")
