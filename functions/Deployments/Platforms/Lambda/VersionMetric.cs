using System.Text.Json.Nodes;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>
/// A metric of one version behind an alias, as CloudWatch's queries name it; or of the alias, if it has one version. Lambda's <c>ExecutedVersion</c> is documented for aliases that divide
/// their traffic alone.
/// </summary>
internal static class VersionMetric
{
    public const string Namespace = "AWS/Lambda";

    public static JsonObject Query(LambdaPlan lambda, string? version, string id, string name, int period, bool returnsData) => new()
    {
        ["Id"] = id,
        ["ReturnData"] = returnsData,
        ["MetricStat"] = new JsonObject
        {
            ["Stat"] = "Sum",
            ["Period"] = period,
            ["Metric"] = new JsonObject { ["Namespace"] = Namespace, ["MetricName"] = name, ["Dimensions"] = Dimensions(lambda, version) },
        },
    };

    public static JsonArray Dimensions(LambdaPlan lambda, string? version) =>
    [
        Dimension("FunctionName", lambda.FunctionName),
        Dimension("Resource", lambda.Alias()),
        .. version is null ? Array.Empty<JsonNode>() : [Dimension("ExecutedVersion", version)],
    ];

    private static JsonObject Dimension(string name, string value) => new() { ["Name"] = name, ["Value"] = value };
}
