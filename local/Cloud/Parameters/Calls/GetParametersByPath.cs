using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>The parameters below a path.</summary>
internal sealed class GetParametersByPath(ParameterStore store, FoundParameter found) : ParameterCall<GetParametersByPath.Input>("getParametersByPath")
{
    private const int MostOfAPage = 10;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var filters = input.ParameterFilters ?? [];
        Check(input.Path, filters);
        var below = (await store.ListAsync(input.Path, cancellationToken))
            .Where(parameter => ParameterFilter.IsBelow(parameter.Name, input.Path, input.Recursive ?? false) && filters.All(filter => filter.Fits(parameter))).ToList();
        var page = ListingPage<Parameter>.Of(below, parameter => parameter.Name, input.NextToken, input.MaxResults ?? MostOfAPage, DescribeParameters.InvalidToken);
        var parameters = new JsonArray();
        foreach (var parameter in page.Items)
        {
            var version = await LabelledAsync(parameter, filters, cancellationToken) ?? parameter.Current;
            parameters.Add(await found.ShapeAsync(parameter, version, null, input.WithDecryption ?? false, cancellationToken));
        }

        return DescribeParameters.Answer(parameters, page.NextToken);
    }

    /// <summary>A filter by label picks the version, too.</summary>
    private async Task<ParameterVersion?> LabelledAsync(Parameter parameter, IReadOnlyList<ParameterFilter> filters, CancellationToken cancellationToken) =>
        filters.FirstOrDefault(filter => filter.Key == "Label")?.Values!.FirstOrDefault(parameter.Labels.ContainsKey) is { } label
            ? await store.FindVersionAsync(parameter, parameter.Labels[label], cancellationToken)
            : null;

    private static void Check(string path, IReadOnlyList<ParameterFilter> filters)
    {
        var faults = new RequestFaults();
        faults.Require(
            path.StartsWith('/'), "ValidationException",
            "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\". It can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use the forward slash symbol \"/\". Valid example: /get/parameters2-/by1./path0_");
        foreach (var filter in filters)
        {
            faults.Add(filter.Faults(ofPath: true));
        }

        faults.Throw();
    }

    /// <summary>Parameter Store's GetParametersByPathRequest.</summary>
    internal sealed record Input(string Path, bool? Recursive, IReadOnlyList<ParameterFilter>? ParameterFilters, bool? WithDecryption, int? MaxResults, string? NextToken);
}
