import DictumCLI

exit(CommandLineTool(plugins: builtInPlugins).run(Array(CommandLine.arguments.dropFirst())))
