using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>The versions of a parameter, the oldest first.</summary>
internal sealed class GetParameterHistory(ParameterStore store, CloudIdentity identity) : ParameterCall<GetParameterHistory.Input>("getParameterHistory")
{
    private const int MostOfAPage = 50;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var parameter = await store.GetAsync(input.Name, cancellationToken);
        var page = ListingPage<ParameterVersion>.Of(
            await store.VersionsAsync(parameter, cancellationToken), version => version.Number.ToString(CultureInfo.InvariantCulture), input.NextToken, input.MaxResults ?? MostOfAPage,
            DescribeParameters.InvalidToken);
        var versions = new JsonArray();
        foreach (var version in page.Items)
        {
            var shape = AwsJson.Write(Described.Of(parameter, version, identity)).AsObject();
            shape.Remove("ARN");
            shape["Value"] = await store.ValueAsync(parameter, version, input.WithDecryption ?? false, cancellationToken);
            shape["Labels"] = new JsonArray([.. parameter.LabelsOf(version.Number).Select(label => (JsonNode)label)]);
            versions.Add(shape);
        }

        return DescribeParameters.Answer(versions, page.NextToken);
    }

    /// <summary>Parameter Store's GetParameterHistoryRequest.</summary>
    internal sealed record Input(string Name, bool? WithDecryption, int? MaxResults, string? NextToken);
}
