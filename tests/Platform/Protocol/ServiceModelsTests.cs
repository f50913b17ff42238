using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Tests.Protocol;

public sealed class ServiceModelsTests
{
    private readonly ServiceModel _model = new ServiceModels()["codedeploy"];

    [Fact]
    public void All_of_codedeploys_operations_are_read()
    {
        _model.Operations.Count.ShouldBe(47);
        (_model.SigningName, _model.Protocol, _model.TargetPrefix).ShouldBe(("codedeploy", "json", "CodeDeploy_20141006"));
    }

    [Fact]
    public void Every_error_that_an_operation_declares_is_in_the_model() =>
        _model.Operations.Values.SelectMany(operation => operation.Errors).Where(error => !_model.Errors.ContainsKey(error)).ShouldBeEmpty();

    [Fact]
    public void What_tells_the_services_requests_apart_is_what_their_models_say()
    {
        var models = new ServiceModels();
        ServiceModels.Served.Select(service => service.Name).ShouldBe(["codedeploy", "codebuild", "codepipeline", "codeconnections", "codestar-connections", "codeartifact"]);
        foreach (var service in ServiceModels.Served)
        {
            var model = models[service.Name];
            (service.SigningName, service.Protocol, service.TargetPrefix ?? "").ShouldBe((model.SigningName, model.Protocol, model.TargetPrefix));
            model.Operations.Values.Where(operation => service.Protocol == ServedService.RestJson && !operation.Path.StartsWith(service.Mark, StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    // A pipeline's document is taken without a role: every action runs with the suite's own.
    [Fact]
    public void What_the_suite_does_without_is_not_required() =>
        new ServiceModels()["codepipeline"].Operations["CreatePipeline"].Input!.Members["pipeline"].Shape.Required.ShouldBe(["name", "stages"]);

    [Fact]
    public void CodeArtifacts_bindings_are_read()
    {
        var model = new ServiceModels()["codeartifact"];
        var publish = model.Operations["PublishPackageVersion"];
        (publish.Method, publish.Path, publish.Status, publish.StreamsInput).ShouldBe(("POST", "/v1/package/version/publish", 200, true));
        publish.Input!.Payload!.Name.ShouldBe("assetContent");
        publish.Input.Members["assetSHA256"].ShouldSatisfyAllConditions(member => member.Location.ShouldBe("header"), member => member.NameThere.ShouldBe("x-amz-content-sha256"));
        model.Operations["GetPackageVersionAsset"].Output!.Payload!.Shape.IsStreaming.ShouldBeTrue();
        model.Operations.Values.Count(operation => operation.StreamsInput).ShouldBe(1);
    }

    [Fact]
    public void No_member_of_a_body_has_another_name_there() =>
        ServiceModels.Served.SelectMany(service => new ServiceModels()[service.Name].Operations.Values).SelectMany(operation => new[] { operation.Input, operation.Output })
            .Where(shape => shape is not null).SelectMany(shape => shape!.Members.Values).Where(member => member is { Location: null, LocationName: not null }).ShouldBeEmpty();

    [Fact]
    public void Another_service_has_no_model() => Should.Throw<InvalidOperationException>(() => new ServiceModels()["s3"]);

    [Theory]
    [InlineData(@"[^\p{C}\p{IsWhitespace}]+", "a b", false)]
    [InlineData(@"[^\p{C}\p{IsWhitespace}]+", "ab", true)]
    [InlineData("[0-9]{12}", "1234567890123", false)]
    [InlineData("[0-9]{12}", "123456789012\n", false)]
    [InlineData("^[a-z]+$", "abc", true)]
    [InlineData(@"arn:aws(-[\w]+)*:iam", "arn:aws-us-gov:iam", true)]
    [InlineData(@"arn:aws(-[\w]+)*:iam", "arn:aws-über:iam", false)]
    [InlineData(@"\S+", "a\u00A0b", true)]
    [InlineData(@"[^#/\s]+", "a\tb", false)]
    [InlineData(@"\P{C}*", "rocket 🚀", true)]
    [InlineData(@"\P{C}*", "private \U000F0000", false)]
    [InlineData(@"[^\p{C}\p{IsWhitespace}]+", "🚀", true)]
    [InlineData(@"^([\p{L}\p{Z}\p{N}_.:/=@+\-]*)$", "𠮷", true)]
    [InlineData(@"^([\p{L}\p{Z}\p{N}_.:/=@+\-]*)$", "🚀", false)]
    public void Patterns_are_javas_and_match_a_whole_text(string pattern, string text, bool matches) => new ModelPattern(pattern).IsMatch(text).ShouldBe(matches);
}
