using Sluice.World.Refusals;
using static Sluice.Pipelines.Tests.Refusals.Refused;

namespace Sluice.Pipelines.Tests.Refusals;

internal static class PipelineRefusals
{
    private const string Invalid = "InvalidTagsException";
    private const string Many = "TooManyTagsException";
    private const string NotFound = "ResourceNotFoundException";
    private const string NoArn = "InvalidArnException";
    private static readonly string _tags = $"'tags':[{World.Refusals.Many.Of(51, "{{'key':'k{0}','value':''}}")}]";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        .. new[] { "CreatePipeline", "UpdatePipeline" }.SelectMany(Declarations),
        new("CreatePipeline", "PipelineNameInUseException", $"{{'pipeline':{GoodInputs.Pipeline("done")}}}", "a pipeline 'done' already"),
        new("CreatePipeline", Invalid, "{'tags':[{'key':'aws:a','value':''}]}", "begins with 'aws:'"),
        new("CreatePipeline", Many, $"{{{_tags}}}", "at most 50, not 51"),
        new("UpdatePipeline", Validation, $"{{'pipeline':{GoodInputs.Pipeline("nothing")}}}", "no pipeline 'nothing'"),
        Constraint("DeletePipeline", "name"),
        Constraint("GetPipeline", "name"),
        NoPipeline("GetPipeline", "name"),
        new("GetPipeline", "PipelineVersionNotFoundException", "{'version':7}", "no version 7"),
        Constraint("ListPipelines", "maxResults", "0"),
        NoToken("ListPipelines"),
        new("ListTagsForResource", Validation, "{'resourceArn':'x'}", "'resourceArn' failed to satisfy constraint"),
        new("ListTagsForResource", NotFound, $"{{'resourceArn':'{GoodInputs.Arn}nothing'}}", "nothing that"),
        new("ListTagsForResource", NoArn, "{'resourceArn':'arn:aws:codepipeline:eu-west-1:123456789012:done'}", "no ARN of CodePipeline's in us-east-1"),
        NoToken("ListTagsForResource"),
        Constraint("TagResource", "resourceArn", "'x'"),
        new("TagResource", NotFound, $"{{'resourceArn':'{GoodInputs.Arn}nothing'}}", "nothing that"),
        new("TagResource", NoArn, "{'resourceArn':'arn:aws:codepipeline:eu-west-1:123456789012:done'}", "no ARN of CodePipeline's in us-east-1"),
        new("TagResource", Many, $"{{{_tags}}}", "at most 50, not 51"),
        new("TagResource", Invalid, "{'tags':[{'key':'a','value':'1'},{'key':'a','value':'2'}]}", "'a' is there 2 times"),
        Constraint("UntagResource", "resourceArn", "'x'"),
        new("UntagResource", NotFound, $"{{'resourceArn':'{GoodInputs.Arn}nothing'}}", "nothing that"),
        new("UntagResource", NoArn, "{'resourceArn':'arn:aws:codepipeline:eu-west-1:123456789012:done'}", "no ARN of CodePipeline's in us-east-1"),
        new("UntagResource", Invalid, "{'tagKeys':['aws:a']}", "begins with 'aws:'"),
    ];

    private static IEnumerable<Refusal> Declarations(string operation)
    {
        var name = operation == "CreatePipeline" ? "new" : "done";
        Refusal Of(string error, string says, params IEnumerable<(string, string)> replaced) => new(operation, error, $"{{'pipeline':{GoodInputs.Pipeline(name, replaced)}}}", says);
        yield return Of(Validation, "'pipeline.pipelineType' failed to satisfy constraint", ("'V2'", "'V3'"));
        yield return Of("InvalidStageDeclarationException", "stages[1].name", ("'name':'Build'", "'name':'Source'"));
        yield return Of("InvalidActionDeclarationException", "stages[1].actions[0].configuration", ("'ProjectName':'app'", "'Project':'app'"));
        yield return Of("InvalidBlockerDeclarationException", "blockers.1.member.name", ("'name':'Build',", "'name':'Build','blockers':[{'name':'','type':'Schedule'}],"));
        yield return Of("InvalidStructureException", "a source stands in the first stage only", ("'category':'Build','owner':'AWS','provider':'CodeBuild'", "'category':'Source','owner':'Custom','provider':'Git'"));
    }
}
