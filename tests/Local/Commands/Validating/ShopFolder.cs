using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Validating;
using Sluice.World;

namespace Sluice.Local.Tests.Commands.Validating;

/// <summary>A folder with a pipeline, its buildspec and its appspec, in which nothing is wrong but what a test changes.</summary>
internal sealed class ShopFolder : IDisposable
{
    public const string Pipeline = """
        {
          "name": "shop",
          "artifactStore": {"type": "S3", "location": "shop-artifacts"},
          "stages": [
            {"name": "Source", "actions": [
              {"name": "Checkout", "namespace": "Source",
               "actionTypeId": {"category": "Source", "owner": "AWS", "provider": "CodeStarSourceConnection", "version": "1"},
               "configuration": {"ConnectionArn": "arn:aws:codeconnections:us-east-1:123456789012:connection/1", "FullRepositoryId": "acme/shop", "BranchName": "main"},
               "outputArtifacts": [{"name": "Code"}]}]},
            {"name": "Build", "actions": [
              {"name": "Compile", "namespace": "Built",
               "actionTypeId": {"category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1"},
               "configuration": {"ProjectName": "shop"},
               "inputArtifacts": [{"name": "Code"}],
               "outputArtifacts": [{"name": "App"}, {"name": "Maps"}]}]},
            {"name": "Deploy", "actions": [
              {"name": "Shift",
               "actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "Lambda", "version": "1"},
               "configuration": {"FunctionName": "shop", "FunctionAlias": "live", "DeployStrategy": "Canary10Percent5Minutes"},
               "inputArtifacts": [{"name": "App"}]},
              {"name": "Tell",
               "actionTypeId": {"category": "Invoke", "owner": "AWS", "provider": "Lambda", "version": "1"},
               "configuration": {"FunctionName": "tell", "UserParameters": "#{Built.VERSION} of #{Source.CommitId}"},
               "inputArtifacts": [{"name": "Maps"}]}]}
          ]
        }
        """;

    public const string Buildspec = """
        version: 0.2
        env:
          exported-variables: [VERSION]
        phases:
          build:
            commands:
              - make
        artifacts:
          files: ['**/*']
          secondary-artifacts:
            Maps:
              files: ['*.map']
        """;

    public const string AppSpec = """
        version: 0.0
        Resources:
          - shop:
              Type: AWS::Lambda::Function
              Properties:
                Name: shop
                Alias: live
        Hooks:
          - BeforeAllowTraffic: check-shop
        """;

    private readonly TemporaryFolder _folder = new();

    public ShopFolder()
    {
        Write("pipeline.json", Pipeline);
        Write("buildspec.yml", Buildspec);
        Write("appspec.yml", AppSpec);
        Write(".git/config", "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = git@github.com:acme/shop.git\n");
    }

    public string Path => _folder.Path;

    public void Write(string name, string content) => _folder.Write(name, content);

    public void Change(string name, string from, string to)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Path, name));
        text.ShouldContain(from);
        Write(name, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Remove(string name) => File.Delete(System.IO.Path.Combine(Path, name));

    public Task<ValidationReport> CheckAsync(SuiteClient? suite = null, params string[] given) =>
        ValidateCommand.CheckAsync(given, Path, suite, isNamed: suite is not null, TestContext.Current.CancellationToken);

    /// <summary>What is found, as it is printed, without what is not checked.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync(SuiteClient? suite = null, params string[] given) =>
        [.. ValidationRows.Of(await CheckAsync(suite, given) with { Files = [], NotChecked = [] }).Skip(1).SkipLast(1).Select(row => row.Text)];

    public void Dispose() => _folder.Dispose();
}
