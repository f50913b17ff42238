using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Sluice.Platform.Protocol.Models;

/// <summary>The models of the services that the suite serves. They travel inside the assembly and are read when they are first asked for.</summary>
public sealed class ServiceModels
{
    private static readonly string[] Served = ["codedeploy"];
    private readonly ConcurrentDictionary<string, ServiceModel> _read = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IEnumerable<ServiceModel> All => Served.Select(name => this[name]);

    /// <summary>The model of a service, e.g. <c>codedeploy</c>.</summary>
    public ServiceModel this[string service] => _read.GetOrAdd(service, Read);

    /// <summary>A model of another service, from a document of the same form.</summary>
    /// <exception cref="InvalidOperationException">It refers to a shape that it does not have.</exception>
    public static ServiceModel Read(string service, JsonObject document) => ModelReader.Read(service, document);

    private static ServiceModel Read(string service)
    {
        var model = Document($"{service}.json") ?? throw new InvalidOperationException($"There is no model of {service}.");
        if (Document($"{service}.additions.json") is { } additions)
        {
            ModelMerge.Into(model, additions);
        }

        return ModelReader.Read(service, model);
    }

    private static JsonObject? Document(string file)
    {
        using var stream = typeof(ServiceModels).Assembly.GetManifestResourceStream($"Models/{file}");
        return stream is null ? null : JsonNode.Parse(stream)!.AsObject();
    }
}
