using Sluice.BuildRunner.Artifacts;

namespace Sluice.BuildRunner.Tools;

/// <summary><c>codebuild-glob-search PATTERN…</c>: the files below the current folder, one a line, relative to it. That there is none is said on standard error, where nobody takes it for a file.</summary>
internal sealed class GlobSearch(SourceTree tree) : ITool
{
    public string Name => "codebuild-glob-search";

    public Task<ToolAnswer> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (call.Arguments.Count == 0)
        {
            throw new ToolException("expected at least one pattern in quotes, e.g. '**/*_test.py'.", ToolException.WrongUsage);
        }

        var files = FileSearch.Find(tree, call.Folder, call.Arguments);
        return Task.FromResult(files.Count > 0
            ? new ToolAnswer(string.Concat(files.Select(file => file.Path + "\n")))
            : new ToolAnswer("", $"{Name}: no files were found for {string.Join(", ", call.Arguments.Select(pattern => $"'{pattern}'"))} in {call.Folder}.\n"));
    }
}
