using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Model;

/// <summary>Whether two declarations say the same, whatever their versions.</summary>
internal static class SameDeclaration
{
    public static bool Is(PipelineDeclaration left, PipelineDeclaration right) => JsonNode.DeepEquals(Node(left), Node(right));

    private static JsonNode? Node(PipelineDeclaration pipeline) => JsonSerializer.SerializeToNode(pipeline with { Version = 0 }, SluiceJson.Options);
}
