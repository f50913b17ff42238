using System.Text;
using Sluice.BuildContract.Batches;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Shells;
using Sluice.BuildRunner.Tools.Splitting;

namespace Sluice.BuildRunner.Tools;

/// <summary>The second half of <c>codebuild-tests-run</c>: of the files that were listed (the first argument) those of this build, and the command that tests them, for the script to run.</summary>
/// <param name="shard">This build's part; null for all.</param>
/// <param name="past">How many seconds tests took before, by their prefix.</param>
internal sealed class TestsSplit(BatchShard? shard, IReadOnlyDictionary<string, double> past) : ITool
{
    // What Linux takes for one variable is 128 KiB, with its name.
    private const int LongestVariable = 120_000;
    private const string Variable = "CODEBUILD_CURRENT_SHARD_FILES";

    public string Name => "codebuild-tests-split";

    public async Task<ToolAnswer> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var options = TestsRunOptions.Parse([.. call.Arguments.Skip(1)]);
        var found = call.Arguments[0].Split('\n').Select(line => line.Trim('\r', ' ', '\t')).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (found.Count == 0)
        {
            throw new ToolException($"no test files were found by: {options.FilesSearch}");
        }

        var (index, count) = shard is null ? (0, 1) : (shard.Index, shard.Count);
        var own = options.Strategy switch
        {
            TestsRunOptions.Stability => TestSplit.Stably(found, count),
            TestsRunOptions.ByDuration => TestSplit.ByDuration(found, options.Durations is { } file ? await DurationsAsync(file, call.Folder, cancellationToken) : FileDurations.Of(found, past), count),
            _ => TestSplit.Equally(found, count),
        };
        return Answer(options, own[index], $"shard {index + 1} of {count}: {own[index].Count} of {found.Count} test files");
    }

    private static ToolAnswer Answer(TestsRunOptions options, IReadOnlyList<string> files, string told)
    {
        if (files.Count == 0)
        {
            return new ToolAnswer(":\n", $"codebuild-tests-run: {told}; there is nothing to run\n");
        }

        var list = string.Join('\n', files);
        var isTooLong = Encoding.UTF8.GetByteCount(list) > LongestVariable;
        return new ToolAnswer(
            $"{(isTooLong ? $"unset {Variable}" : $"{Variable}={ShellWords.Quoted(list)}; export {Variable}")}\n{options.TestCommand.TrimEnd()} {string.Join(' ', files.Select(file => IsPlain(file) ? file : ShellWords.Quoted(file)))}\n",
            $"codebuild-tests-run: {told}{(isTooLong ? $"; {Variable} is not set, they are more than a variable can hold" : "")}\n");
    }

    private static async Task<IReadOnlyDictionary<string, double>> DurationsAsync(string file, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await BuildFile.OpenAsync(RealPath.Of(Path.Combine(folder, file)), file, cancellationToken);
            using var whole = new MemoryStream();
            await content.CopyToAsync(whole, cancellationToken);
            return TestDurations.Read(whole.ToArray()) ?? throw new ToolException($"'{file}' is not valid; expected a JSON object of test files and their seconds.", ToolException.WrongUsage);
        }
        catch (Exception e) when (e is ArtifactException or IOException)
        {
            throw new ToolException(e is ArtifactException ? e.Message : $"'{file}' cannot be read: {e.Message}", ToolException.WrongUsage);
        }
    }

    private static bool IsPlain(string file) => file.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+' or ',' or ':' or '@' or '%');
}
