using System.Globalization;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>Where the service's items are: all of a pipeline in one partition.</summary>
internal static class PipelineKeys
{
    public const string RunPrefix = "RUN#";

    public const string StagePrefix = "STAGE#";

    /// <summary>The index's partition of all pipelines.</summary>
    public const string AllPipelines = "PIPELINES";

    public static string Partition(string pipeline) => $"PIPELINE#{pipeline}";

    public static Key Pipeline(string pipeline) => new(Partition(pipeline), "PIPELINE");

    public static Key Version(string pipeline, int version) => new(Partition(pipeline), $"VERSION#{version.ToString("D8", CultureInfo.InvariantCulture)}");

    /// <summary>Counts the pipeline's runs.</summary>
    public static Key Counter(string pipeline) => new(Partition(pipeline), "COUNTER");

    public static string PipelineOf(Key key) => key.Pk["PIPELINE#".Length..];

    public static string RunOf(Key key) => key.Sk[RunPrefix.Length..];

    public static Key Run(string pipeline, string pipelineExecutionId) => new(Partition(pipeline), RunPrefix + pipelineExecutionId);

    public static Key Stage(string pipeline, string stage) => new(Partition(pipeline), StagePrefix + stage);

    /// <summary>The variables that actions of a run gave.</summary>
    public static string VariablesPrefix(string pipelineExecutionId) => $"VARIABLES#{pipelineExecutionId}#";

    /// <summary>The variables that one action gave.</summary>
    public static Key Variables(string pipeline, string pipelineExecutionId, string actionExecutionId) => new(Partition(pipeline), VariablesPrefix(pipelineExecutionId) + actionExecutionId);

    /// <summary>What the pipeline last took up of a source.</summary>
    public static Key Source(string pipeline, string action) => new(Partition(pipeline), $"SOURCE#{action}");

    /// <summary>Which run a client's token began.</summary>
    public static Key ClientToken(string pipeline, string token) => new(Partition(pipeline), $"TOKEN#{token}");

    public static IndexKey RunListing(string pipeline, long number) => new($"PIPELINE#{pipeline}#RUNS", number.ToString("D12", CultureInfo.InvariantCulture));

    public static string RunListing(string pipeline) => RunListing(pipeline, 0).Pk;
}
