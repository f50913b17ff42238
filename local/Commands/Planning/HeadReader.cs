using System.Text.Json.Nodes;
using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Types;
using Sluice.Signing.Calls;

namespace Sluice.Local.Commands.Planning;

/// <summary>Reads where sources stand, without the suite's help: CodePipeline has no operation for it. What needs a connection's secret, or an object's bucket, is left to the run.</summary>
internal sealed class HeadReader(SuiteClient suite)
{
    private static readonly AwsJsonService CodeCommit = new("CodeCommit_20150413", "codecommit", "codecommit", "CODECOMMIT");
    private static readonly AwsJsonService Registry = new("AmazonEC2ContainerRegistry_V20150921", "ecr", "api.ecr", "ECR");

    public async Task<SourceHead> ReadAsync(ActionDeclaration source, CancellationToken stop)
    {
        var branch = source.Setting("Branch") ?? source.Setting("BranchName");
        try
        {
            return source.ActionTypeId.Provider switch
            {
                SourceTypes.Git when source.Setting("ConnectionArn") is null => await GitAsync(source.Setting("Repository") ?? "", branch, stop),
                SourceTypes.CodeCommit => new SourceHead(branch, await CommitAsync(source, branch, stop)),
                SourceTypes.Ecr => new SourceHead(null, await DigestAsync(source, stop)),
                SourceTypes.CodeArtifact => new SourceHead(null, source.Setting("PackageVersion"), "only the suite reads its repository"),
                SourceTypes.S3 => new SourceHead(null, null, "only the suite reads its bucket"),
                _ => new SourceHead(branch, null, "only the suite has the connection's secret"),
            };
        }
        catch (Exception e) when (e is SourceUnavailableException or HostFaultException or RefusedException)
        {
            return new SourceHead(branch, null, e.Message);
        }
    }

    private static async Task<SourceHead> GitAsync(string repository, string? branch, CancellationToken stop)
    {
        using var http = HttpRefReader.NewClient();
        using var reader = new HttpRefReader(http, TimeProvider.System);
        var head = await new RefReader(reader).ReadHeadAsync(repository, branch, stop);
        return new SourceHead(head.Branch, head.CommitId);
    }

    private async Task<string?> CommitAsync(ActionDeclaration source, string? branch, CancellationToken stop) =>
        (string?)(await suite.CallAsync(CodeCommit, "GetBranch", new JsonObject { ["repositoryName"] = source.Setting("RepositoryName"), ["branchName"] = branch }, stop))["branch"]?["commitId"];

    private async Task<string?> DigestAsync(ActionDeclaration source, CancellationToken stop)
    {
        var image = new JsonObject { ["imageTag"] = source.Setting("ImageTag") ?? "latest" };
        var answer = await suite.CallAsync(Registry, "DescribeImages", new JsonObject { ["repositoryName"] = source.Setting("RepositoryName"), ["imageIds"] = new JsonArray(image) }, stop);
        return (string?)(answer["imageDetails"] as JsonArray)?.FirstOrDefault()?["imageDigest"];
    }
}
