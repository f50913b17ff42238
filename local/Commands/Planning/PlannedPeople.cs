using System.Globalization;
using Sluice.Pipelines.Providers.Approvals;

namespace Sluice.Local.Commands.Planning;

/// <summary>Whom an approval asks.</summary>
internal static class PlannedPeople
{
    public static string Text(IReadOnlyDictionary<string, string> configuration)
    {
        try
        {
            return Text(ApprovalRules.Read(configuration));
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    private static string Text(ApprovalRules rules)
    {
        List<string> asked =
        [
            .. rules.Approvers is null && rules.Groups.Count > 0 && rules.Required == 1 ? Array.Empty<string>() : [string.Create(CultureInfo.InvariantCulture, $"{rules.Required} of {(rules.Approvers is { } names ? string.Join(", ", names) : "all who may approve")}")],
            .. rules.Groups.Select(group => $"one of {group.Key} ({string.Join(", ", group.Value)})"),
        ];
        return $"asks {string.Join(" and ", asked)}{(rules.AllowSelfApproval ? "" : ", not who starts it")}{(rules.RequireComment ? ", with a comment" : "")}";
    }
}
