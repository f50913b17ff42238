using Sluice.Local.StateMachines.Choices;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Templates;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads a choice rule's comparison, or its And, Or or Not of others.</summary>
internal static class ConditionParser
{
    private static readonly string[] Joins = ["And", "Or", "Not"];

    private static readonly string[] Operators =
    [
        "IsPresent", .. OperatorTable.Types.Keys, .. OperatorTable.Comparisons.Keys, .. OperatorTable.Comparisons.Where(entry => entry.Value.HasPathForm).Select(entry => entry.Key + "Path"),
    ];

    internal static Condition? Parse(Fields fields)
    {
        fields.Are("a choice rule");
        fields.Ignore("Comment");
        var join = Array.Find(Joins, fields.Has);

        // A rule of JSONata is refused as such, not for what it lacks.
        return fields.Has("Condition") ? null : join is null ? Comparison(fields) : Joined(join, fields);
    }

    private static Condition? Joined(string join, Fields fields)
    {
        if (join == "Not")
        {
            return fields.Object(join, Parse) is { } inner ? new NotCondition(inner) : null;
        }

        var (conditions, items) = fields.Array(join, (rule, _) => Parse(rule));
        if (items == 0)
        {
            fields.Fault(join, "an array of at least one rule is expected.");
        }

        return join == "And" ? new AndCondition([.. conditions]) : new OrCondition([.. conditions]);
    }

    private static Condition? Comparison(Fields fields)
    {
        fields.Required("Variable", "a path");
        var variable = fields.JsonPath("Variable");
        var used = Operators.Where(fields.Has).ToList();
        fields.Ignore(used);
        if (used.Count != 1)
        {
            // So that a mistyped operator gets its hint.
            fields.Ignore(Operators);
            fields.Fault(used.Count == 0
                ? "the rule has no comparison such as StringEquals."
                : $"the rule has {used.Count} comparisons ({string.Join(", ", used)}); join them with And.");
            return null;
        }

        return variable is null ? null : Single(used[0], variable, fields);
    }

    private static Condition? Single(string name, DataPath variable, Fields fields)
    {
        if (OperatorTable.Types.TryGetValue(name, out var isOfType))
        {
            return new IsOfType(new ComparedPath(variable), isOfType, fields.Flag(name) ?? true);
        }

        if (name == "IsPresent")
        {
            return new IsPresent(variable, fields.Flag(name) ?? true);
        }

        if (OperatorTable.Comparisons.TryGetValue(name, out var comparison))
        {
            var constant = fields.Any(name)!;
            if (!comparison.Accepts(constant))
            {
                fields.Refuse(name, comparison.Expects);
            }

            return new Compare(new ComparedPath(variable), name, comparison.Comparer, new ConstantExpression(constant));
        }

        var path = fields.JsonPath(name);
        return path is null ? null : new Compare(new ComparedPath(variable), name, OperatorTable.Comparisons[name[..^4]].Comparer, new ComparedPath(path));
    }
}
