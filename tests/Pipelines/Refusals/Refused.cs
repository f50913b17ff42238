using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

/// <summary>Refusals that many operations have in common.</summary>
internal static class Refused
{
    public const string Validation = "ValidationException";

    /// <summary>An id that nothing has.</summary>
    public const string Unknown = "00000000-0000-4000-8000-000000000000";

    /// <summary>A member that breaks its constraint in the model.</summary>
    public static Refusal Constraint(string operation, string member, string value = "'a b'") => new(operation, Validation, $"{{'{member}':{value}}}", $"'{member}' failed to satisfy constraint");

    public static Refusal NoPipeline(string operation, string member = "pipelineName") => new(operation, "PipelineNotFoundException", $"{{'{member}':'nothing'}}", "no pipeline 'nothing'");

    public static Refusal NoStage(string operation) => new(operation, "StageNotFoundException", "{'stageName':'Nowhere'}", "no stage 'Nowhere'");

    public static Refusal NoToken(string operation) => new(operation, "InvalidNextTokenException", "{'nextToken':'x'}", "not given out for this listing");
}
