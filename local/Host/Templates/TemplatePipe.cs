using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Patterns;

namespace Sluice.Local.Host.Templates;

/// <summary>The pipe from the table's stream to the bus: which records, which function makes events of them, which bus.</summary>
internal sealed record TemplatePipe(EventPattern Filter, string Enrichment, string Bus, int BatchSize)
{
    public static TemplatePipe Read(JsonNode resource, TemplateResolver resolver)
    {
        var properties = resolver.Resolve(resource["Properties"])!;
        var filters = (JsonArray)properties["SourceParameters"]!["FilterCriteria"]!["Filters"]!;
        return new TemplatePipe(
            EventPattern.Read(JsonNode.Parse((string)filters.Single()!["Pattern"]!)!),
            (string)properties["Enrichment"]!,
            (string)properties["Target"]!,
            (int)properties["SourceParameters"]!["DynamoDBStreamParameters"]!["BatchSize"]!);
    }
}
