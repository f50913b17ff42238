using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>A page of what is listed.</summary>
internal static class EventListing
{
    private const int Most = 100;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The token leads nowhere.</exception>
    public static JsonObject Of<T>(string member, IReadOnlyList<T> all, Func<T, string> nameOf, string? token, int? limit, Func<T, JsonNode> shown)
    {
        var page = ListingPage<T>.Of(all, nameOf, token, limit ?? Most, () => EventErrors.Invalid("The NextToken is invalid."));
        var answer = new JsonObject { [member] = new JsonArray([.. page.Items.Select(shown)]) };
        if (page.NextToken is { } next)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }
}
