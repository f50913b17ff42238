using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Local.Commands.Builds;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;

namespace Sluice.Local.Tests.Commands.Builds;

/// <summary><c>sluice build</c>, as a developer uses it on what is on the disk.</summary>
public sealed class BuildCommandTests : IDisposable
{
    private readonly GitRepository _repository = new();
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryStream _log = new();
    private readonly StringWriter _output = new();

    private string Log => Encoding.UTF8.GetString(_log.ToArray());

    [Fact]
    public async Task Builds_what_is_on_the_disk_and_leaves_that_as_it_is()
    {
        _repository.Write(".gitignore", "ignored\n");
        _repository.Write("committed", "old\n");
        _repository.Commit();
        _repository.Write("committed", "changed\n");
        _repository.Write("new", "new\n");
        _repository.Write("ignored", "");
        Spec("cat committed new", "test ! -e ignored", "git status --short", "echo \"$WHO $CODEBUILD_RESOLVED_SOURCE_VERSION\"", "mkdir out", "echo made > out/file", "chmod 755 out/file", "touch left");

        (await RunAsync(artifacts: At("artifacts"))).ShouldBe(0, Log + _output);

        Log.ShouldContain("\nchanged\nnew\n");
        Log.ShouldContain("\n M committed\n");
        Log.ShouldContain($"\nme {_repository.Run("rev-parse", "HEAD")}\n");
        File.ReadAllText(At("artifacts/file")).ShouldBe("made\n");
        File.Exists(Path.Combine(_repository.Folder, "left")).ShouldBeFalse();
        _output.ToString().ShouldContain("SUCCEEDED after ");
    }

    [Fact]
    public async Task A_failed_build_is_exit_1_and_says_which_command_failed()
    {
        Spec("echo the last words", "exit 7");

        (await RunAsync()).ShouldBe(1);

        _output.ToString().ShouldContain("BUILD            FAILED");
        _output.ToString().ShouldContain("Error while executing command: exit 7. Reason: exit status 7");
        Log.ShouldContain("\nthe last words\n");
    }

    [Fact]
    public async Task Of_a_failed_build_the_last_words_and_the_tests_that_failed_are_shown_at_the_end()
    {
        _repository.Write("unit.xml", "<testsuite><testcase name='adds' classname='Math'/><testcase name='divides' classname='Math'><failure>expected 2\n\nbut was 3</failure></testcase></testsuite>");
        _repository.Write(
            "buildspec.yml",
            "version: 0.2\nphases: {build: {commands: ['seq 1 20; exit 7']}, post_build: {commands: [echo something else]}}\nreports: {unit: {files: [unit.xml]}}");

        (await RunAsync()).ShouldBe(1);

        _output.ToString().ShouldEndWith(
            "Reason: exit status 7\nThe last that it said:\n"
            + string.Concat(Enumerable.Range(11, 10).Select(number => $"  {number}\n"))
            + "unit: 1 of 2 tests failed\n  Math: divides\n    expected 2\n    but was 3\n");
    }

    [Fact]
    public async Task A_folder_that_is_no_repository_is_built_too()
    {
        _folder.Write("plain/buildspec.yml", "version: 0.2\nphases: {build: {commands: [ls]}}");

        (await RunAsync(source: At("plain"))).ShouldBe(0, Log + _output);
    }

    [Fact]
    public async Task The_cache_is_kept_in_a_folder()
    {
        _repository.Write("buildspec.yml", "version: 0.2\nphases: {build: {commands: ['cat deps/a || true; mkdir -p deps; echo cached > deps/a']}}\ncache: {paths: [deps]}");

        await RunAsync(cache: At("cache"));
        await RunAsync(cache: At("cache"));

        Log.ShouldContain("\ncached\n");
    }

    [Fact]
    public async Task The_result_is_JSON_where_that_is_asked_for()
    {
        Spec("true");

        await RunAsync(json: true);

        JsonSerializer.Deserialize<BuildResult>(_output.ToString(), SluiceJson.Options)!.Status.ShouldBe(BuildStatus.Succeeded);
    }

    [Fact]
    public async Task An_interrupted_build_is_ended_with_all_that_it_started()
    {
        using var stop = new CancellationTokenSource();
        Spec("sleep 300");
        var log = new Pipe();
        var build = RunAsync(stop: stop.Token, log: log.Writer.AsStream());
        using var lines = new StreamReader(log.Reader.AsStream());
        while ((await lines.ReadLineAsync(TestContext.Current.CancellationToken))?.Contains("sleep 300", StringComparison.Ordinal) is false)
        {
        }

        await stop.CancelAsync();

        (await build).ShouldBe(130);
        _output.ToString().ShouldContain("STOPPED");
    }

    [Theory]
    [InlineData("A", "expected NAME=VALUE")]
    [InlineData("1A=b", "expected NAME=VALUE")]
    [InlineData("CODEBUILD_X=b", "reserved")]
    public void A_variable_that_is_none_is_refused(string given, string message) => Should.Throw<UsageException>(() => BuildCommand.Variable(given)).Message.ShouldContain(message);

    [Fact]
    public void The_page_tells_of_every_option()
    {
        var page = DocsPage.Read("builds.md").Text;

        foreach (var option in BuildCommand.Create(new Dictionary<string, string>()).Options)
        {
            page.ShouldContain(option.HelpName is { } value ? $"`{option.Name} {value}`" : $"`{option.Name}`");
        }
    }

    public void Dispose()
    {
        _repository.Dispose();
        _folder.Dispose();
        _log.Dispose();
        _output.Dispose();
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private void Spec(params string[] commands) => _repository.Write(
        "buildspec.yml", $"version: 0.2\nphases:\n  build:\n    commands:\n{string.Concat(commands.Select(command => $"      - {command}\n"))}artifacts: {{files: ['**/*'], base-directory: out}}\n");

    private Task<int> RunAsync(string? source = null, string? artifacts = null, string? cache = null, bool json = false, CancellationToken? stop = null, Stream? log = null)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        var options = new FolderBuildOptions(source ?? _repository.Folder, null, [BuildCommand.Variable("WHO=me")], artifacts, cache, null, json);
        return new FolderBuild(FolderJob.Of(options, environment, new RandomIds()), options, environment, log ?? _log, _output).RunAsync(stop ?? TestContext.Current.CancellationToken);
    }
}
