using Sluice.Local.Commands.Starting;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Starting;

public sealed class StartInputTests
{
    [Fact]
    public void Variables_and_revisions_are_given_as_the_operation_takes_them()
    {
        var input = new StartInput("shop", ["Who=ann", "Sum=1=1", "Empty="], ["Code=c0ffee", "File=version", "Other=key:a/b.zip", "Image=sha256:1"]).Of(Pipeline(), "token");

        input.ClientRequestToken.ShouldBe("token");
        input.Variables!.Select(one => $"{one.Name}:{one.Value}").ShouldBe(["Who:ann", "Sum:1=1", "Empty:"]);
        input.SourceRevisions!.Select(one => $"{one.ActionName} {one.RevisionType} {one.RevisionValue}").ShouldBe(
            ["Code COMMIT_ID c0ffee", "File S3_OBJECT_VERSION_ID version", "Other S3_OBJECT_KEY a/b.zip", "Image IMAGE_DIGEST sha256:1"]);
    }

    [Fact]
    public void A_pipeline_is_found_by_its_repository() => StartedPipeline.Pick("/srv/shop/", [Pipeline()]).Name.ShouldBe("shop");

    [Fact]
    public void A_slip_gets_the_name_that_was_meant() =>
        Should.Throw<UsageException>(() => StartedPipeline.Pick("shpo", [Pipeline()])).Message.ShouldBe("No pipeline is named 'shpo'. Did you mean 'shop'?");

    private static PipelineDeclaration Pipeline() => new()
    {
        Name = "shop",
        Stages = [new StageDeclaration { Name = "Source", Actions = [Source("Code", "Git"), Source("File", "S3"), Source("Other", "S3"), Source("Image", "ECR")] }],
    };

    private static ActionDeclaration Source(string name, string provider) => new()
    {
        Name = name,
        ActionTypeId = new ActionTypeId { Category = ActionCategory.Source, Owner = ActionOwner.AWS, Provider = provider, Version = "1" },
        Configuration = new Dictionary<string, string> { ["Repository"] = "/srv/shop" },
    };
}
