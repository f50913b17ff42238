using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Local.Cloud.Models;

/// <summary>
/// The model of an AWS service, as far as this machine serves it: what requests hold, which members must be there, and in what bounds. <c>adjustments.json</c> has, by shape, what the documents
/// say beyond the models and what this machine allows beyond AWS.
/// </summary>
internal sealed class CloudModel
{
    private readonly ServiceModel _model;

    private CloudModel(ServiceModel model) => _model = model;

    /// <param name="service">As machines name it, e.g. <c>elasticloadbalancingv2</c>.</param>
    public static CloudModel Of(string service) => new(Service(service));

    /// <summary>The model itself.</summary>
    public static ServiceModel Service(string service)
    {
        var document = Document($"{service}.json");
        foreach (var (name, changes) in Document("adjustments.json")[service]?.AsObject() ?? [])
        {
            foreach (var (constraint, value) in changes!.AsObject())
            {
                document["shapes"]![name]![constraint] = value?.DeepClone();
            }
        }

        return ServiceModels.Read(service, document);
    }

    /// <summary>The same calls, which see only what the model allows; anything else is the refusal that <paramref name="refusal"/> makes of all its faults.</summary>
    public IEnumerable<IServiceCall> Checking(IEnumerable<IServiceCall> calls, Func<IReadOnlyList<ModelFault>, TaskFailedException> refusal) =>
        calls.Select(call => new ModelledCall(call, Input(call.Resource), refusal));

    private Shape Input(string resource)
    {
        var operation = resource[(resource.LastIndexOf(':') + 1)..];
        return _model.Operations[char.ToUpperInvariant(operation[0]) + operation[1..]].Input!;
    }

    private static JsonObject Document(string file)
    {
        using var stream = typeof(CloudModel).Assembly.GetManifestResourceStream($"Cloud/Models/{file}") ?? throw new InvalidOperationException($"There is no model {file}.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
