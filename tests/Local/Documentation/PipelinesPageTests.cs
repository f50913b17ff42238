using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>The pipeline that docs/pipelines.md shows is the sample's, and what the page has people type makes and runs it.</summary>
public sealed class PipelinesPageTests(PollingSuite suite) : IClassFixture<PollingSuite>
{
    private const string SignedIn = """
        export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.com GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@example.com GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=credential.helper GIT_CONFIG_VALUE_0=
        export GIT_CONFIG_KEY_1=credential.helper GIT_CONFIG_VALUE_1='!f() { [ "$1" != get ] || aws codecommit credential-helper get --ignore-host-check; }; f'
        git() { command git -c credential.UseHttpPath=true "$@"; }
        """;

    private const string Ended = """
        until [ "$(aws codepipeline list-pipeline-executions --pipeline-name hello --query 'pipelineExecutionSummaries[?status!=`InProgress`] | length(@)')" = 1 ]; do sleep 1; done
        """;

    private readonly DocsPage _document = DocsPage.Read("pipelines.md").Section("## The document");

    private static string Samples => Path.Combine(AppContext.BaseDirectory, "samples");

    [Fact]
    public void The_document_is_the_samples() =>
        _document.Blocks("json")[0].Trim().ShouldBe(File.ReadAllText(Path.Combine(Samples, "hello", "pipeline.json")).Trim());

    [Fact]
    public async Task The_pipeline_can_be_made_and_runs()
    {
        ClientProgram.Need("git");
        var typed = _document.Blocks("sh");
        var shell = new UserShell(suite, "pipelines");
        Directory.CreateSymbolicLink(Path.Combine(suite.Folder, "pipelines", "samples"), Samples);

        var told = await shell.RunAsync(SignedIn, typed[0], Ended, typed[1]);

        told.ShouldBe(string.Concat(_document.Blocks("text")));
    }
}
