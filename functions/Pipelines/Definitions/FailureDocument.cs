using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads what becomes of a stage that fails: a condition, or at once a rollback or one more try.</summary>
internal static class FailureDocument
{
    public static FailureConditions Read(MappingReader map, DeclarationReading reading)
    {
        var result = map.OptionalEnum<Result>("result");
        if (result is not (null or Result.ROLLBACK or Result.RETRY))
        {
            map.Fault("result", $"ROLLBACK or RETRY was expected here, not {result}", FaultKinds.Stage);
        }

        ConditionDocument.CheckRollback(map, reading, result);
        if (!map.Has("result") && !map.Has("conditions"))
        {
            map.Fault("result", "ROLLBACK or RETRY was expected, or conditions", FaultKinds.Stage);
        }

        var retry = map.OptionalMapping("retryConfiguration", again => new RetryConfiguration { RetryMode = again.OptionalEnum<StageRetryMode>("retryMode") });
        if (retry is not null && result != Result.RETRY)
        {
            map.Fault("retryConfiguration", "the result RETRY was expected with it", FaultKinds.Stage);
        }

        return new FailureConditions { Result = result, RetryConfiguration = retry, Conditions = map.Has("conditions") ? ConditionDocument.OnFailure(map, reading) : null };
    }
}
