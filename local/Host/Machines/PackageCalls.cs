using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Packages.Api.Versions;
using Sluice.Packages.Shapes;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Host.Machines;

/// <summary>The calls of CodeArtifact that the suite's machines make: here they are answered by the suite's own operations. All others go on to the cloud.</summary>
internal sealed class PackageCalls(ITaskServices cloud, IServiceProvider services) : ITaskServices
{
    private const string Prefix = "arn:aws:states:::aws-sdk:codeartifact:";

    public bool Serves(string resource) => resource is $"{Prefix}listPackageVersions" or $"{Prefix}describePackageVersion" || cloud.Serves(resource);

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        try
        {
            return call.Resource switch
            {
                $"{Prefix}listPackageVersions" => await RunAsync<ListPackageVersions, ListPackageVersionsRequest, ListPackageVersionsResult>(call, cancellationToken),
                $"{Prefix}describePackageVersion" => await RunAsync<DescribePackageVersion, DescribePackageVersionRequest, DescribePackageVersionResult>(call, cancellationToken),
                _ => await cloud.CallAsync(call, cancellationToken),
            };
        }
        catch (ApiException e)
        {
            throw new TaskFailedException($"Codeartifact.{e.Code}", e.Message);
        }
    }

    private async Task<JsonNode?> RunAsync<TOperation, TInput, TOutput>(TaskCall call, CancellationToken cancellationToken)
        where TOperation : class, IOperation<TInput, TOutput>
        where TInput : class
        where TOutput : class
    {
        var output = await services.GetRequiredService<TOperation>().RunAsync(call.Parameters.Deserialize<TInput>(SluiceJson.Options)!, new OperationContext(call.ExecutionArn, null), cancellationToken);
        return Capital(JsonSerializer.SerializeToNode(output, SluiceJson.Options));
    }

    /// <summary>Members as Step Functions names them.</summary>
    private static JsonNode? Capital(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(char.ToUpperInvariant(member.Key[0]) + member.Key[1..], Capital(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Capital)]),
        _ => node?.DeepClone(),
    };
}
