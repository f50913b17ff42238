using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sluice.Lambdas.Tests.Rights;

/// <summary>A statement of a policy. All of ours allow something.</summary>
/// <param name="Actions">With <c>*</c> as a placeholder.</param>
/// <param name="Resources">With <c>*</c> as a placeholder.</param>
/// <param name="PassedTo">Its one condition, <c>iam:PassedToService</c>; null if it has none.</param>
internal sealed record Statement(IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, string? PassedTo = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static Statement Read(JsonNode statement)
    {
        ((string)statement["Effect"]!).ShouldBe("Allow");
        return new Statement(Texts(statement["Action"]), Texts(statement["Resource"]), Condition(statement["Condition"]));
    }

    /// <summary>A condition that is met must be one that was asked for: a role may be passed to no other service.</summary>
    public bool Allows(Right right) =>
        Actions.Any(pattern => Matches(pattern, right.Action)) && Resources.Any(pattern => Matches(pattern, right.Resource)) && PassedTo == right.PassedTo;

    public override string ToString() => $"{string.Join(", ", Actions)} on {string.Join(", ", Resources)}";

    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant, Patience);

    private static string? Condition(JsonNode? condition)
    {
        if (condition is null)
        {
            return null;
        }

        var (name, test) = ((JsonObject)condition).ShouldHaveSingleItem();
        name.ShouldBe("StringEquals");
        return (string)test!["iam:PassedToService"]!;
    }

    private static IReadOnlyList<string> Texts(JsonNode? node) => node is JsonArray list ? [.. list.Select(one => (string)one!)] : [(string)node!];
}
