using System.Text;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Tests.AppSpecs;

public sealed class AppSpecReaderTests
{
    private const string After = "arn:aws:lambda:eu-west-1:123456789012:function:after:live";

    private const string Whole = """
        version: 0.0
        Resources:
          - myFunction:
              Type: AWS::Lambda::Function
              Properties:
                Name: fn
                Alias: live
                CurrentVersion: "1"
                TargetVersion: "2"
        Hooks:
          - BeforeAllowTraffic: before
          - AfterAllowTraffic: arn:aws:lambda:eu-west-1:123456789012:function:after:live
        """;

    [Fact]
    public void Reads_all_that_CodeDeploy_documents() => ShouldBeWhole(Read(Whole));

    [Fact]
    public void Names_match_in_any_case() => ShouldBeWhole(Read(Whole
        .Replace("Resources", "resources").Replace("Type", "type").Replace("Properties", "properties").Replace("Name", "name").Replace("Alias", "alias")
        .Replace("CurrentVersion", "currentversion").Replace("TargetVersion", "targetversion").Replace("Hooks", "hooks")));

    [Fact]
    public void Reads_JSON() => SuiteAppSpecs.Reader.Read("appspec.json", """
        {"version": 0.0, "Resources": [{"f": {"Type": "AWS::Lambda::Function", "Properties": {"Name": "fn", "Alias": "live"}}}]}
        """u8).ShouldBeOfType<LambdaAppSpec>().FunctionName.ShouldBe("fn");

    [Theory]
    [InlineData("version: 0.0", "", "appspec.yml:2: version: is missing; expected a string")]
    [InlineData("Resources:", "Resource:", "Resources: is missing; expected a list with one resource")]
    [InlineData("      Type: AWS::Lambda::Function", "", "Resources[0].myFunction.Type: is missing; expected AWS::Lambda::Function or AWS::ECS::Service")]
    [InlineData("      Properties:", "      Propertys:", "Resources[0].myFunction.Properties: is missing")]
    [InlineData("  - myFunction:", "  - other: {}\n    myFunction:", "Resources[0]: one logical name with a map of Type and Properties was expected, not 2")]
    [InlineData("Name: fn", "Name: 'f n'", "a function's name (letters, digits, - and _, at most 64) was expected, not 'f n'")]
    [InlineData("CurrentVersion: \"1\"", "CurrentVersion: $LATEST", "Properties.CurrentVersion: ")]
    [InlineData("TargetVersion: \"2\"", "TargetVersion: \"0\"", "Properties.TargetVersion: ")]
    [InlineData("TargetVersion: \"2\"", "TargetVersion: -1", "Properties.TargetVersion: ")]
    [InlineData("  - BeforeAllowTraffic: before", "  - {}", "appspec.yml:11: Hooks[0]: an event with its function was expected, not nothing; events are BeforeAllowTraffic, AfterAllowTraffic")]
    [InlineData("BeforeAllowTraffic: before", "BeforeAllowTraffic:", "appspec.yml:11: Hooks[0]: an event with its function was expected, not nothing")]
    [InlineData("version: 0.0", "version: 1.0", "appspec.yml:1: version: 0.0 was expected, not '1.0'")]
    [InlineData("AWS::Lambda::Function", "AWS::Lambda::Functoin", "appspec.yml:4: Resources[0].myFunction.Type: one of AWS::Lambda::Function, AWS::ECS::Service was expected, not 'AWS::Lambda::Functoin'; did you mean 'AWS::Lambda::Function'?")]
    [InlineData("        Name: fn", "        Nam: fn", "Properties.Name: is missing")]
    [InlineData("        Name: fn", "        Nam: fn", "did you mean 'Name'?")]
    [InlineData("Alias: live", "Alias: '12'", "an alias's name")]
    [InlineData("TargetVersion: \"2\"", "TargetVersion: $LATEST", "$LATEST cannot share an alias")]
    [InlineData("BeforeAllowTraffic", "BeforeInstall", "Hooks[0].BeforeInstall: Lambda has no such event; expected BeforeAllowTraffic or AfterAllowTraffic")]
    [InlineData("BeforeAllowTraffic", "BeforAllowTraffic", "Hooks[0].BeforAllowTraffic: is not known here; did you mean 'BeforeAllowTraffic'?")]
    [InlineData("BeforeAllowTraffic: before", "BeforeAllowTraffic: {Function: before, TimeoutSeconds: 172801}", "TimeoutSeconds: a whole number from 1 to 172800 was expected")]
    [InlineData("BeforeAllowTraffic: before", "BeforeAllowTraffic: {TimeoutSeconds: 5}", "Hooks[0].BeforeAllowTraffic.Function: is missing; expected a function's name or ARN")]
    [InlineData("BeforeAllowTraffic: before", "BeforeAllowTraffic: [before]", "a string was expected, not a list")]
    [InlineData("BeforeAllowTraffic: before", "BeforeAllowTraffic: a b", "a function's name or ARN was expected, not 'a b'")]
    [InlineData("Hooks:", "Strategie: {}\nHooks:", "Strategie: is not known here; did you mean 'Strategy'?")]
    [InlineData("AfterAllowTraffic", "BeforeAllowTraffic", "Hooks: BeforeAllowTraffic is there 2 times")]
    public void Tells_what_is_wrong_and_where(string was, string becomes, string fault) =>
        Should.Throw<InvalidDocumentException>(() => Read(Whole.Replace(was, becomes))).Message.ShouldContain(fault);

    [Fact]
    public void Two_functions_are_two_actions() =>
        Should.Throw<InvalidDocumentException>(() => Read(Whole.Replace("Hooks:", "  - other:\n      Type: AWS::Lambda::Function\n      Properties: {Name: b, Alias: live}\nHooks:")))
            .Message.ShouldContain("one resource was expected, not 2");

    [Fact]
    public void All_faults_are_told_at_once() =>
        Should.Throw<InvalidDocumentException>(() => Read("version: 7\nResources:\n  - f:\n      Type: x\n      Properties:\n        Alias: 'a b'\n")).Faults.Count.ShouldBe(4);

    [Fact]
    public void No_resource_is_a_fault() =>
        Should.Throw<InvalidDocumentException>(() => Read("version: 0.0\nResources: []\n")).Message.ShouldContain("appspec.yml:2: Resources: one resource was expected, not 0");

    [Fact]
    public void A_hook_may_have_a_time_of_its_own() =>
        Read(Whole.Replace("BeforeAllowTraffic: before", "BeforeAllowTraffic: {Function: before, TimeoutSeconds: 600}")).Hooks[0]
            .ShouldBe(new AppSpecHook("BeforeAllowTraffic", "before", 600));

    [Fact]
    public void A_release_without_an_artifact_must_name_its_version() =>
        Should.Throw<InvalidDocumentException>(() => SuiteAppSpecs.Reader.ReadInline(Whole.Replace("TargetVersion: \"2\"", ""), releasesVersion: true))
            .Message.ShouldContain("Properties.TargetVersion: is missing; expected a published version's number");

    [Theory]
    [InlineData("version: 0.0\nos: linux\nfiles:\n  - {source: /, destination: /srv}\nhooks:\n  AfterInstall:\n    - {location: a.sh}\n")]
    [InlineData("{\"version\": 0.0, \"os\": \"linux\"}")]
    public void An_appspec_for_servers_is_told_to_be_one(string text) =>
        Should.Throw<InvalidDocumentException>(() => SuiteAppSpecs.Reader.ReadInline(text)).Message.ShouldContain("os: this is an appspec for servers (EC2 and on-premises), which is not built yet");

    [Fact]
    public void An_appspec_for_servers_has_one_fault()
    {
        const string servers = """
            version: 0.0
            os: linux
            files: [{source: /, destination: /srv}]
            file_exists_behavior: OVERWRITE
            permissions: [{object: /srv, mode: 644}]
            hooks: {ApplicationStart: [{location: start.sh, timeout: 60}]}
            """;
        Should.Throw<InvalidDocumentException>(() => SuiteAppSpecs.Reader.Read("appspec.yml", Encoding.UTF8.GetBytes(servers))).Faults.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("{version: 0.0, Resources: [{f: {Type: AWS::Lambda::Function, Properties: {Name: fn, Alias: live}}}]}")]
    [InlineData("{\"version\": 0.0, \"Resources\": [{\"f\": {\"Type\": \"AWS::Lambda::Function\",\t\"Properties\": {\"Name\": \"fn\", \"Alias\": \"live\"}}}]}")]
    public void An_inline_appspec_is_read_as_what_it_is(string text) => SuiteAppSpecs.Reader.ReadInline(text).ShouldBeOfType<LambdaAppSpec>().Alias.ShouldBe("live");

    private static void ShouldBeWhole(AppSpec read)
    {
        (read.ShouldBeOfType<LambdaAppSpec>() with { Hooks = [] }).ShouldBe(new LambdaAppSpec("fn", "live", "1", "2") with { Hooks = [] });
        read.Hooks.ShouldBe([new AppSpecHook("BeforeAllowTraffic", "before", null), new AppSpecHook("AfterAllowTraffic", After, null)]);
    }

    private static AppSpec Read(string text) => SuiteAppSpecs.Reader.Read("appspec.yml", Encoding.UTF8.GetBytes(text));
}
