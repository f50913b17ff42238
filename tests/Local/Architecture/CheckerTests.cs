using Sluice.Deployments.Shapes;
using Sluice.Local.Tests.Architecture.Planted;
using Sluice.Local.Tests.Architecture.Reading;

namespace Sluice.Local.Tests.Architecture;

/// <summary>Each rule of <see cref="ArchitectureTests"/> finds a violation that is planted in this assembly.</summary>
public sealed class CheckerTests
{
    private const string Part = "Sluice.Local.Tests.Architecture.Planted";
    private const string KindsPart = "Sluice.Local.Tests.Architecture.PlantedKinds";
    private static readonly CompiledAssembly Tests = CompiledAssembly.Beside("Sluice.Local.Tests");

    public static TheoryData<string> Ways =>
        [.. typeof(TargetException).Assembly.GetTypes().Where(type => type.Namespace == Part && type.Name.StartsWith("By", StringComparison.Ordinal) && !type.IsNested && type != typeof(ByNoWay)).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Sees_a_type_used_in_whatever_way(string user) => UsesTarget(user).ShouldBeTrue();

    [Fact]
    public void Sees_nothing_where_there_is_nothing() => UsesTarget(nameof(ByNoWay)).ShouldBeFalse();

    [Fact]
    public void Finds_a_circle_of_folders() => FolderGraph.TopLevel(Tests, Part).WithoutRoot().Circles().ShouldHaveSingleItem()
        .ShouldBe("High, Low:\n  High -> Low: HighService uses LowRule\n  Low -> High: LowRule uses HighService");

    [Fact]
    public void Finds_an_arrow_upwards_and_a_folder_that_the_order_forgets() => FolderGraph.Nested(Tests, Part).WithoutRoot().Upwards("Low").ShouldBe(["The order does not say where 'High' is."]);

    [Fact]
    public void Tells_which_types_make_the_arrow_upwards() =>
        FolderGraph.Nested(Tests, Part).WithoutRoot().Upwards("Low", "High").ShouldBe(["Low -> High: LowRule uses HighService"]);

    [Fact]
    public void Finds_what_a_folder_uses_that_may_use_none() => FolderGraph.TopLevel(Tests, Part).UsedBy("Low").ShouldBe(["Low -> High: LowRule uses HighService"]);

    [Fact]
    public void Finds_an_entry_point_that_does_the_work_itself() =>
        Rules.LongEntryPoints("Sluice.Local.Tests").ShouldBe([$"{Part}.Entries.LongFunction has 11 lines of code; expected at most 4"]);

    [Fact]
    public void Finds_a_service_that_uses_another() => Rules.OtherServices(Tests).ShouldContain("Sluice.Deployments");

    [Fact]
    public void Finds_who_knows_Lambda_and_who_refers_to_packages_of_AWS()
    {
        Rules.LambdaModel(Tests).ShouldBe(["Sluice.Hosting"]);
        Rules.AwsPackages(Tests).ShouldContain("AWSSDK.DynamoDBv2");
    }

    [Fact]
    public void Finds_an_AWS_type_in_a_decision()
    {
        Rules.AwsUses(Tests, []).ShouldContain($"{Part}.Aws.AwsDecision uses Amazon.DynamoDBv2.Model.AttributeValue");
        Rules.AwsUses(Tests, [$"{Part}.Aws"]).ShouldNotContain(use => use.Contains("AwsDecision", StringComparison.Ordinal));
    }

    [Fact]
    public void Finds_a_test_of_kinds_outside_their_folders_and_a_kind_that_knows_another() =>
        Rules.KindUses(Tests, $"{KindsPart}.Kinds", $"{KindsPart}.Kinds.Shared", $"{KindsPart}.Composition").ShouldBe(
        [
            $"{KindsPart}.KindTest uses {KindsPart}.Kinds.Round.RoundThing",
            $"{KindsPart}.Kinds.Square.SquareThing uses {KindsPart}.Kinds.Round.RoundThing",
        ]);

    [Fact]
    public void Finds_a_line_that_names_one_platform()
    {
        SourceLine[] lines =
        [
            new("part/Rules.cs", "if (group.ComputePlatform == ComputePlatform.ECS)"),
            new("part/Rules.cs", "var name = spec is null ? \"Lambda\" : other;"),
            new("part/Rules.cs", "// ComputePlatform.ECS is told by its own class."),
            new("part/Rules.cs", "message = \"is for the compute platform Server only\";"),
            new("part/Kinds/Ecs.cs", "public ComputePlatform Name => ComputePlatform.ECS;"),
        ];

        Rules.MemberNames(lines, typeof(ComputePlatform), "part/Kinds/").ShouldBe([$"{lines[0]}", $"{lines[1]}"]);
    }

    private static bool UsesTarget(string user) => Tests.Uses.Any(use => use.User.Namespace == Part && use.User.Name == user && use.Used.Name == nameof(TargetException));
}
