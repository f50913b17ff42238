using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>The parameters, without their values.</summary>
internal sealed class DescribeParameters(ParameterStore store, CloudIdentity identity) : ParameterCall<DescribeParameters.Input>("describeParameters")
{
    private const int MostOfAPage = 50;

    /// <summary>The error for a token that leads nowhere.</summary>
    public static TaskFailedException InvalidToken() => ParameterErrors.Is("InvalidNextTokenException", "The specified token is not valid.");

    /// <summary>A page of parameters.</summary>
    public static JsonObject Answer(JsonArray parameters, string? nextToken)
    {
        var answer = new JsonObject { ["Parameters"] = parameters };
        if (nextToken is not null)
        {
            answer["NextToken"] = nextToken;
        }

        return answer;
    }

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        IReadOnlyList<ParameterFilter> filters = [.. input.ParameterFilters ?? [], .. (input.Filters ?? []).Select(filter => new ParameterFilter(filter.Key, "BeginsWith", filter.Values))];
        var faults = new RequestFaults();
        faults.Require(input.ParameterFilters is null or [] || input.Filters is null or [], "ValidationException", "You can use either Filters or ParameterFilters in a single request.");
        foreach (var filter in filters)
        {
            faults.Add(filter.Faults(ofPath: false));
        }

        faults.Throw();
        var fitting = (await store.ListAsync("", cancellationToken)).Where(parameter => filters.All(filter => filter.Fits(parameter))).ToList();
        var page = ListingPage<Parameter>.Of(fitting, parameter => parameter.Name, input.NextToken, input.MaxResults ?? MostOfAPage, InvalidToken);
        return Answer(new JsonArray([.. page.Items.Select(parameter => AwsJson.Write(Described.Of(parameter, parameter.Current, identity)))]), page.NextToken);
    }

    /// <summary>Parameter Store's DescribeParametersRequest. None is shared here.</summary>
    internal sealed record Input(IReadOnlyList<OldFilter>? Filters, IReadOnlyList<ParameterFilter>? ParameterFilters, int? MaxResults, string? NextToken, bool? Shared);

    /// <summary>Parameter Store's ParametersFilter.</summary>
    internal sealed record OldFilter(string Key, IReadOnlyList<string> Values);
}
