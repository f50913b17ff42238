using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Sluice.Platform.Protocol.Models;

/// <summary>The models of the services that the suite serves. They travel inside the assembly and are read when they are first asked for.</summary>
public sealed class ServiceModels
{
    private readonly ConcurrentDictionary<string, ServiceModel> _read = new(StringComparer.Ordinal);

    /// <summary>The services, with what tells their requests apart. No model is read for it.</summary>
    public static IReadOnlyList<ServedService> Served { get; } =
    [
        new("codedeploy", "codedeploy", ServedService.Json, "CodeDeploy_20141006"),
        new("codebuild", "codebuild", ServedService.Json, "CodeBuild_20161006"),
        new("codepipeline", "codepipeline", ServedService.Json, "CodePipeline_20150709"),
        new("codeconnections", "codeconnections", ServedService.Json, "com.amazonaws.codeconnections.CodeConnections_20231201"),
        new("codestar-connections", "codestar-connections", ServedService.Json, "com.amazonaws.codestar.connections.CodeStar_connections_20191201"),
        new("codeartifact", "codeartifact", ServedService.RestJson, "/v1/"),
    ];

    /// <summary>The model of a service, e.g. <c>codedeploy</c>.</summary>
    public ServiceModel this[string service] => _read.GetOrAdd(service, Read);

    /// <summary>The services whose models were asked for.</summary>
    internal ICollection<string> ReadSoFar => _read.Keys;

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
