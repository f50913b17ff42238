using Sluice.Local.StateMachines.Choices;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads a choice rule's comparison, or its And, Or or Not of others.</summary>
internal static class ConditionParser
{
    private static readonly string[] Joins = ["And", "Or", "Not"];

    internal static Condition? Parse(DataObject members, Fields fields)
    {
        fields.Any("Comment");
        var join = Array.Find(Joins, fields.Has);

        // A rule of JSONata is refused as such, not for what it lacks.
        var condition = fields.Has("Condition") ? null : join is null ? Comparison(members, fields) : Joined(join, fields);
        fields.Close("a choice rule");
        return condition;
    }

    private static Condition? Joined(string join, Fields fields)
    {
        if (join == "Not")
        {
            return fields.RequiredObject(join) is { } negated && Nested(negated, fields.At(join), fields.Faults) is { } inner ? new NotCondition(inner) : null;
        }

        var items = fields.Array(join)?.Items ?? [];
        if (items.Length == 0)
        {
            fields.Fault(join, "an array of at least one rule is expected.");
        }

        var conditions = new List<Condition>();
        for (var i = 0; i < items.Length; i++)
        {
            if (Nested(items[i], $"{fields.At(join)}[{i}]", fields.Faults) is { } condition)
            {
                conditions.Add(condition);
            }
        }

        return join == "And" ? new AndCondition([.. conditions]) : new OrCondition([.. conditions]);
    }

    private static Condition? Nested(Data item, string path, FaultSink faults)
    {
        if (item is DataObject members)
        {
            return Parse(members, new Fields(members, path, faults));
        }

        faults.Add(path, "a rule is an object.");
        return null;
    }

    private static Condition? Comparison(DataObject members, Fields fields)
    {
        fields.RequiredText("Variable");
        var variable = fields.JsonPath("Variable");
        var used = members.Members.Select(member => member.Key).Where(IsOperator).ToList();
        foreach (var name in used)
        {
            fields.Any(name);
        }

        if (used.Count != 1)
        {
            KnowAll(fields);
            fields.Faults.Add(fields.Path, used.Count == 0
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
                fields.Fault(name, $"{Fields.Shown(constant)} is not {comparison.Expects}.");
            }

            return new Compare(new ComparedPath(variable), name, comparison.Comparer, new ConstantExpression(constant));
        }

        var path = fields.JsonPath(name);
        return path is null ? null : new Compare(new ComparedPath(variable), name, OperatorTable.Comparisons[name[..^4]].Comparer, new ComparedPath(path));
    }

    private static bool IsOperator(string name) =>
        name == "IsPresent" || OperatorTable.Types.ContainsKey(name) || OperatorTable.Comparisons.ContainsKey(name)
        || (name.EndsWith("Path", StringComparison.Ordinal) && OperatorTable.Comparisons.TryGetValue(name[..^4], out var comparison) && comparison.HasPathForm);

    // So that a mistyped operator gets its hint.
    private static void KnowAll(Fields fields)
    {
        fields.Any("IsPresent");
        foreach (var name in OperatorTable.Types.Keys.Concat(OperatorTable.Comparisons.Keys))
        {
            fields.Any(name);
        }
    }
}
