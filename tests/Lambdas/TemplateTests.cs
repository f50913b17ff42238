using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Hosting;
using Sluice.Lambdas.Tests.Rights;
using Sluice.Local.Host.Templates;
using Sluice.Platform.Events;
using Sluice.Platform.Connections;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Tests;

/// <summary>What the template, the machines and the entry points say of each other.</summary>
public sealed partial class TemplateTests
{
    private static readonly SuiteTemplate Template = SuiteTemplate.Load(AppContext.BaseDirectory);
    private static readonly AccountTemplate Account = new();
    private static readonly string[] BusEventMembers = ["Source", "DetailType", "Time", "Resources", "Detail"];

    [Fact]
    public void Every_entry_point_is_a_function_of_the_template_and_every_function_an_entry_point() =>
        Template.Functions.Select(function => (function.Name, function.Handler))
            .ShouldBe(EntryPoints.Discover(typeof(Startup).Assembly).Select(entry => (entry.ResourceName, entry.Name)), ignoreOrder: true);

    [Fact]
    public void Every_placeholder_of_a_machine_is_substituted_and_nothing_else_is()
    {
        foreach (var machine in Template.Machines)
        {
            var placeholders = Placeholder().Matches(File.ReadAllText(machine.File)).Select(match => match.Groups["name"].Value).Distinct();
            machine.Substitutions.Keys.ShouldBe(placeholders, ignoreOrder: true, machine.Name);
        }
    }

    [Fact]
    public void Every_target_of_a_rule_is_there()
    {
        var targets = Template.Functions.Select(function => $"arn:aws:lambda:us-east-1:123456789012:function:{function.Name}").Concat(Template.Queues.Select(queue => queue.Name)).ToHashSet();
        Template.Rules.SelectMany(rule => rule.Targets).ShouldAllBe(target => targets.Contains(target));
    }

    [Fact]
    public void The_pipe_carries_when_it_happened_and_what_it_is_about()
    {
        var pipe = Account.OfType("AWS::Pipes::Pipe").Single().Properties["TargetParameters"]!;
        pipe["InputTemplate"]!.GetValue<string>().ShouldBe("<$.Detail>");
        pipe["EventBridgeEventBusParameters"]!.ToJsonString().ShouldBe("""{"Source":"$.Source","DetailType":"$.DetailType","Time":"$.Time","Resources":["$.Resources[0]","$.Resources[1]"]}""");
        BusEventMembers.ShouldBeSubsetOf(typeof(BusEvent).GetProperties().Select(property => property.Name));
    }

    [Fact]
    public void Every_log_group_forgets_and_whatever_logs_has_one()
    {
        Account.OfType("AWS::Logs::LogGroup").ShouldAllBe(group => group.Properties["RetentionInDays"] != null);
        string[] groups = [.. Account.OfType("AWS::Logs::LogGroup").Select(group => group.Id)];
        Account.OfType("AWS::Serverless::Function").Select(function => (string)Account.OfFunction(function.Properties, "LoggingConfig")!["LogGroup"]!).ShouldBeSubsetOf(groups);
        foreach (var (id, machine) in Account.OfType("AWS::Serverless::StateMachine"))
        {
            var logging = machine["Logging"].ShouldNotBeNull(id);
            AccountTemplate.Id((string)logging["Destinations"]![0]!["CloudWatchLogsLogGroup"]!["LogGroupArn"]!).ShouldBeOneOf(groups);
            logging["IncludeExecutionData"]!.GetValue<bool>().ShouldBeFalse("There are task tokens in the data.");
        }
    }

    /// <summary>A role with the rights of two services would let a fault in one reach what is the other's.</summary>
    [Fact]
    public void Each_service_with_operations_has_one_function_role_and_url_of_its_own_and_an_output_that_names_it()
    {
        using var services = new ServiceCollection().AddLogging().AddSuite().BuildServiceProvider();
        var served = services.GetServices<OperationRegistration>().Select(operation => operation.Service).Distinct().Order(StringComparer.Ordinal).ToList();
        served.ShouldNotBeEmpty();
        var functions = Account.OfType("AWS::Serverless::Function").ToList();
        var open = functions.Where(function => function.Properties["FunctionUrlConfig"] is not null).ToDictionary(function => function.Id, function => AccountTemplate.RoleOf(function.Id, function.Properties));
        open.Values.Distinct().Count().ShouldBe(open.Count);
        functions.Where(function => !open.ContainsKey(function.Id)).Select(function => AccountTemplate.RoleOf(function.Id, function.Properties)).ShouldNotContain(role => open.ContainsValue(role));

        var outputs = ((JsonObject)Account.Document["Outputs"]!).Select(output => output.Value!).Where(output => ((string)output["Description"]!).Contains("AWS_ENDPOINT_URL_", StringComparison.Ordinal)).ToList();
        outputs.Select(output => EndpointVariable().Match((string)output["Description"]!).Groups["service"].Value).ShouldBe(served.Select(service => service.ToUpperInvariant().Replace('-', '_')), ignoreOrder: true);
        outputs.Select(output => output["Value"]!.ToJsonString().Trim('"')).Count(value => open.Keys.Any(id => value.Contains($"{id}Url", StringComparison.Ordinal))).ShouldBe(served.Count);
        open.Count.ShouldBe(served.Except([ConnectionArns.OldService]).Count(), "CodeConnections answers to both of its names.");
    }

    /// <summary>SAM makes one package of functions that differ in nothing that a build depends on; each other one would be a build of its own, and in parallel they would be in each other's way.</summary>
    [Fact]
    public void All_functions_are_one_build()
    {
        var resources = (JsonObject)Account.Document["Resources"]!;
        string[] building = ["CodeUri", "Handler", "Runtime", "Architectures"];
        foreach (var (id, function) in resources.Where(entry => (string)entry.Value!["Type"]! == "AWS::Serverless::Function"))
        {
            function!["Metadata"].ShouldBeNull(id);
            ((JsonObject)function["Properties"]!).Select(property => property.Key).Intersect(building).ShouldBeEmpty(id);
        }
    }

    /// <summary>A role of its own each, so that none has what another compute's service needs, and the same rights as a build.</summary>
    [Fact]
    public void Builds_have_the_same_rights_on_every_compute_and_cannot_change_what_others_are_run_by()
    {
        string[] roles = ["BuildRole", "BuildFunctionRole", "BuildProjectRole"];
        var of = Account.OfType("AWS::IAM::Role").ToDictionary(role => role.Id, role => role.Properties);
        roles.Select(role => of[role]["ManagedPolicyArns"]!.ToJsonString()).Distinct().ShouldHaveSingleItem();
        var denied = Account.OfType("AWS::S3::BucketPolicy").Single().Properties["PolicyDocument"]!["Statement"]![0]!;
        denied["Condition"]!["ArnEquals"]!["aws:PrincipalArn"]!.AsArray().Select(arn => AccountTemplate.Id((string)arn!)).ShouldBe(roles);
        var programs = (string)Account.OfType("AWS::CodeBuild::Project").Single().Properties["Source"]!["Location"]!;
        $"{{Objects}}{programs[programs.IndexOf('/')..]}".ShouldStartWith(((string)denied["Resource"]!).TrimEnd('*'));
    }

    [Theory]
    [InlineData("UsesCodeBuild", "BuildProject", "BuildProjectRole")]
    [InlineData("UsesLambda", "BuildFunction", "BuildFunctionRole")]
    [InlineData("UsesLambdaOnArm", "ArmBuildFunction")]
    [InlineData("HasArmBuildImage", "ArmBuildRunnerTask")]
    [InlineData("ExportsTraces", "ExportTracesFunction", "ExportTracesRole")]
    [InlineData("PackagesOnFargate", "PackageServerService", "PackageServerTask", "PackageServerRole", "PackageServerGroup", "PackagesBalancer", "PackagesBalancerGroup", "PackagesListener", "PackagesTargets")]
    [InlineData("HasPackagesZone", "PackagesName")]
    public void What_an_account_does_not_want_it_does_not_get(string condition, params string[] resources) =>
        resources.ShouldAllBe(resource => (string)Account.Document["Resources"]![resource]!["Condition"]! == condition);

    /// <summary>CodeBuild starts the image that the build names, so that its program must not.</summary>
    [Fact]
    public void The_program_is_told_the_same_on_every_compute()
    {
        string[] told = ["SLUICE_API", "SLUICE_OBJECTS", "SLUICE_PACKAGES_URL"];
        foreach (var (id, task) in Account.OfType("AWS::ECS::TaskDefinition").Where(task => task.Id != "PackageServerTask"))
        {
            task["ContainerDefinitions"]![0]!["Environment"]!.AsArray().Select(variable => (string)variable!["Name"]!).Order().SequenceEqual(told).ShouldBeTrue(id);
        }

        foreach (var (id, function) in Account.OfType("AWS::Lambda::Function"))
        {
            function["Environment"]!["Variables"]!.AsObject().Select(variable => variable.Key).Where(name => name.StartsWith("SLUICE_", StringComparison.Ordinal)).Order().SequenceEqual([.. told, "SLUICE_SCRATCH"]).ShouldBeTrue(id);
        }

        var lent = Account.OfType("AWS::CodeBuild::Project").Single().Properties["Environment"]!["EnvironmentVariables"]!.AsArray().ToDictionary(variable => (string)variable!["Name"]!, variable => (string)variable!["Value"]!);
        lent.Keys.ShouldBe([.. told, "SLUICE_CONTAINERS"], ignoreOrder: true);
        lent["SLUICE_CONTAINERS"].ShouldBe("none");
    }

    /// <summary>A server that nobody could start would be found out by ECS only, half an hour later.</summary>
    [Fact]
    public void The_server_of_packages_is_told_what_it_wants_where_it_listens_and_is_asked_for()
    {
        var task = Account.OfType("AWS::ECS::TaskDefinition").Single(task => task.Id == "PackageServerTask").Properties["ContainerDefinitions"]![0]!;
        var told = task["Environment"]!.AsArray().ToDictionary(variable => (string)variable!["Name"]!, variable => (string)variable!["Value"]!);
        told["AWS_REGION"] = "us-east-1"; // ECS tells it.
        told["SLUICE_ACCOUNT"] = "123456789012";
        var settings = PackageServer.ServerSettings.Read(told);

        settings.Registries.Endpoint.ShouldBe("https://packages.example.com");
        ((int)task["PortMappings"]![0]!["ContainerPort"]!).ShouldBe(settings.Port);
        ((string)Account.OfType("AWS::ElasticLoadBalancingV2::TargetGroup").Single().Properties["HealthCheckPath"]!).ShouldBe(PackageServer.PackageWeb.Health);
        ((string)Account.OfType("AWS::ElasticLoadBalancingV2::Listener").Single().Properties["Protocol"]!).ShouldBe("HTTPS");
    }

    [Fact]
    public void No_parameter_has_a_default_that_does_not_work()
    {
        var parameters = (JsonObject)Account.Document["Parameters"]!;
        parameters["BuildImage"]!["Default"].ShouldBeNull();
        parameters["BuildSubnets"]!["Default"].ShouldBeNull();
    }

    [Fact]
    public void The_suites_bucket_keeps_versions_and_an_output_names_it()
    {
        Account.OfType("AWS::S3::Bucket").Single().Properties["VersioningConfiguration"]!["Status"]!.GetValue<string>().ShouldBe("Enabled");
        ((JsonObject)Account.Document["Outputs"]!).Select(output => (string?)output.Value!["Value"]!["Ref"]).ShouldContain("Objects");
    }

    [GeneratedRegex("AWS_ENDPOINT_URL_(?<service>[A-Z_]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndpointVariable();

    [GeneratedRegex(@"\$\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
