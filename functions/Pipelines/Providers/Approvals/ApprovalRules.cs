using System.Globalization;
using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.Approvals;

/// <summary>Who must approve. CodePipeline asks for one word of anybody who may speak; more is ours.</summary>
internal sealed record ApprovalRules
{
    /// <summary>How many people must approve.</summary>
    public int Required { get; init; } = 1;

    /// <summary>Who may, by the names of their keys; null for everybody whose key has the right.</summary>
    public IReadOnlyList<string>? Approvers { get; init; }

    /// <summary>Groups of people by name, of each of which one must approve.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether who started the run may approve it.</summary>
    public bool AllowSelfApproval { get; init; } = true;

    /// <summary>Whether a word without a comment is refused.</summary>
    public bool RequireComment { get; init; }

    /// <summary>Reads an action's configuration, which was checked when the pipeline was taken.</summary>
    /// <exception cref="FormatException">It is not as it should be, since a variable was filled in; the message says what was expected.</exception>
    public static ApprovalRules Read(IReadOnlyDictionary<string, string> configuration) => new()
    {
        Required = Number(configuration.GetValueOrDefault("RequiredApprovals")),
        Approvers = Names(configuration.GetValueOrDefault("Approvers")),
        Groups = GroupsOf(configuration.GetValueOrDefault("ApproverGroups")),
        AllowSelfApproval = configuration.GetValueOrDefault("AllowSelfApproval") != "false",
        RequireComment = configuration.GetValueOrDefault("RequireComment") == "true",
    };

    /// <summary>Why somebody may not speak; null if they may.</summary>
    public string? Refusal(string name, string? startedBy, ApprovalStatus status) =>
        !AllowSelfApproval && status == ApprovalStatus.Approved && name == startedBy ? $"'{name}' started the run and may not approve it"
        : Approvers is null && Groups.Count == 0 ? null
        : Approvers?.Contains(name) == true || Groups.Values.Any(group => group.Contains(name)) ? null
        : $"'{name}' is not among those who may: {string.Join(", ", (Approvers ?? []).Concat(Groups.SelectMany(group => group.Value)).Distinct())}";

    /// <summary>What is missing after these words, for people; null if nothing is.</summary>
    public string? Missing(IReadOnlyList<ApprovalVote> votes)
    {
        var approved = votes.Where(vote => vote.Status == ApprovalStatus.Approved).Select(vote => vote.By).ToList();
        var silent = Groups.Where(group => !group.Value.Any(approved.Contains)).Select(group => $"one of {group.Key} ({string.Join(", ", group.Value)})").ToList();
        return approved.Count >= Required && silent.Count == 0 ? null
            : string.Join(" and ", [.. approved.Count < Required ? [$"{Required - approved.Count} of {Required} approvals"] : Array.Empty<string>(), .. silent]);
    }

    private static int Number(string? text) => text is null ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new FormatException($"RequiredApprovals: a number of people from 1 was expected, not '{text}'");

    private static string[]? Names(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> GroupsOf(string? text)
    {
        try
        {
            return text is null ? new Dictionary<string, IReadOnlyList<string>>()
                : JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(text, SluiceJson.Options) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new FormatException("""ApproverGroups: JSON such as {"security": ["ann", "bob"]} was expected""", e);
        }
    }
}
