using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads the conditions of a stage: one for each occasion, with one to five rules.</summary>
internal static class ConditionDocument
{
    private static readonly CountRange Rules = new(1, 5);

    public static BeforeEntryConditions BeforeEntry(MappingReader map, DeclarationReading reading) =>
        new() { Conditions = Conditions(map, reading, Place.Entry, Result.FAIL, Result.SKIP) };

    public static SuccessConditions OnSuccess(MappingReader map, DeclarationReading reading) =>
        new() { Conditions = Conditions(map, reading, Place.End, Result.ROLLBACK, Result.FAIL) };

    public static IReadOnlyList<Shapes.Condition> OnFailure(MappingReader map, DeclarationReading reading) => Conditions(map, reading, Place.End, Result.ROLLBACK);

    /// <summary>Refuses to go back where that is not possible.</summary>
    public static void CheckRollback(MappingReader map, DeclarationReading reading, Result? result)
    {
        if (result == Result.ROLLBACK && reading.Structure.Stage == 0)
        {
            map.Fault("result", "the first stage cannot be rolled back: it holds the sources", FaultKinds.Stage);
        }
        else if (result == Result.ROLLBACK && reading.Mode == ExecutionMode.PARALLEL)
        {
            map.Fault("result", "a pipeline in PARALLEL mode cannot roll back; expected another result, or another executionMode", FaultKinds.Stage);
        }
    }

    private static IReadOnlyList<Shapes.Condition> Conditions(MappingReader map, DeclarationReading reading, int moment, params Result[] legal)
    {
        if (!map.Required("conditions", "a list with one condition"))
        {
            return [];
        }

        var conditions = map.ListOfMappings("conditions", condition => Condition(condition, reading, moment, legal));
        if (conditions.Count != 1)
        {
            map.Fault("conditions", $"exactly 1 condition was expected, not {conditions.Count}", FaultKinds.Stage);
        }

        return conditions;
    }

    private static Shapes.Condition Condition(MappingReader map, DeclarationReading reading, int moment, Result[] legal)
    {
        var result = map.OptionalEnum<Result>("result");
        if (result is null ? !map.Has("result") : !legal.Contains(result.Value))
        {
            map.Fault("result", $"{string.Join(" or ", legal)} was expected here{(result is null ? "" : $", not {result}")}", FaultKinds.Stage);
        }

        CheckRollback(map, reading, result);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var rules = map.ListOfMappings("rules", rule => RuleDocument.Read(rule, reading, names, new Place(reading.Structure.Stage, moment)));
        if (!Rules.Holds(rules.Count))
        {
            map.Fault("rules", $"{Rules} rules were expected, not {rules.Count}", FaultKinds.Stage);
        }

        return new Shapes.Condition { Result = result, Rules = rules };
    }
}
