using System.Collections.Frozen;

namespace Sluice.Local.Cloud.Functions;

/// <summary>The variables that Lambda sets itself and that no configuration may set, as the developer guide lists them ("Defined runtime environment variables").</summary>
internal static class ReservedVariables
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR", "AWS_LAMBDA_MAX_CONCURRENCY", "AWS_LAMBDA_METADATA_API",
            "AWS_LAMBDA_METADATA_TOKEN",
        ],
        StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);

    /// <exception cref="StateMachines.Tasks.TaskFailedException">Some of them are reserved: all are named, in Lambda's words.</exception>
    public static void Refuse(IEnumerable<string> names)
    {
        var reserved = names.Where(Contains).ToList();
        if (reserved.Count > 0)
        {
            throw LambdaErrors.InvalidParameter(
                "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. "
                + $"Reserved keys used in this request: {string.Join(", ", reserved)}");
        }
    }
}
