using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Tests.AppSpecs;

/// <summary>No input gives anything but a document or a list of faults, in bounded time.</summary>
public sealed class AppSpecFuzzTests
{
    private const string Lambda = """
        version: 0.0
        Resources:
          - myFunction:
              Type: AWS::Lambda::Function
              Properties: {Name: fn, Alias: live, CurrentVersion: "1", TargetVersion: "2"}
        Hooks:
          - BeforeAllowTraffic: {Function: before, TimeoutSeconds: 60}
        Strategy:
          Steps: [{Percent: 10, Bake: 5m}, {Percent: 50.5, Pause: true}]
          Rollback: {Equal: 3, Every: 10s}
        Analysis:
          Period: 60
          Inconclusive: {Extend: 1, Then: Rollback}
          Metrics: [{Name: errors}]
        """;

    private const string Json = """
        {"version": 0.0, "Resources": [{"s": {"Type": "AWS::ECS::Service", "Properties": {"TaskDefinition": "web:7", "LoadBalancerInfo": {"ContainerName": "web", "ContainerPort": 80},
        "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE", "Weight": 1}]}}}], "Hooks": [{"AfterInstall": "b"}], "Strategy": {"Equal": 4, "Every": "pause"}}
        """;

    private static readonly string[] _corpus = [Lambda, EcsAppSpecTests.Whole, Json];

    private static readonly string[] _pieces =
    [
        "", ":", "\n", "  ", "- ", "{", "}", "[", "]", "&a ", "*a", "\"", "\\", "\0", "\t", "~", "!x ", "!!binary ", "<<: *a", "? ", "|", ">", "%YAML 9", "---", "...", ",", "1e400", "-1", "99999999999",
        "\uFEFF", "\u2028", "\ud800", "𝔘", "#", "Steps", "Percent: 1e28, ", "Every: ", "Hooks: ", "null",
    ];

    [Fact]
    public void Bytes() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), content => ReadsOrTells("appspec.yml", content) && ReadsOrTells("appspec.json", content)).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ReadsOrTells(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Mutated_appspecs() => Prop.ForAll(Mutated().ToArbitrary(), ReadsOrTells).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Truncated_appspecs()
    {
        foreach (var text in _corpus)
        {
            Enumerable.Range(0, text.Length).ShouldAllBe(length => ReadsOrTells(text.Substring(0, length)));
        }
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Deep_nesting(char open, char close)
    {
        var deep = new string(open, 200_000);

        Tells(deep);
        Tells(deep + new string(close, 200_000));
        Tells(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        Tells(string.Concat(Enumerable.Repeat("- ", 100_000)));
    }

    [Fact]
    public void An_alias_bomb()
    {
        var bomb = new StringBuilder("version: 0.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var n = 1; n < 40; n++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{n}: &a{n} [{string.Join(", ", Enumerable.Repeat($"*a{n - 1}", 10))}]\n");
        }

        var clock = Stopwatch.StartNew();
        Tells(bomb.Append("Resources: *a39\n").ToString());
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("Strategy: {Steps: [", "{Percent: 1, Bake: 99999h}, ", "]}")]
    [InlineData("Hooks: [", "{BeforeAllowTraffic: f}, ", "]")]
    [InlineData("Resources: [", "{a: {}}, ", "]")]
    [InlineData("", "b: 1\n", "")]
    public void Very_many_of_one_thing(string before, string item, string after)
    {
        var text = $"version: 0.0\n{before}{string.Concat(Enumerable.Repeat(item, 5000))}{after}\n";
        var clock = Stopwatch.StartNew();

        Should.Throw<InvalidDocumentException>(() => SuiteAppSpecs.Reader.ReadInline(text)).Faults.Count.ShouldBeLessThanOrEqualTo(DocumentLimits.Faults + 1);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static Gen<string> Mutated() =>
        from text in Gen.Elements(_corpus)
        from changes in Gen.Choose(0, 1_000_000).SelectMany(at => Gen.Elements(_pieces).SelectMany(piece => Gen.Choose(0, 12).Select(cut => (at, piece, cut)))).ListOf()
        select changes.Aggregate(text, Mutate);

    private static string Mutate(string text, (int At, string Piece, int Cut) change)
    {
        var at = change.At % (text.Length + 1);
        return text[..at] + change.Piece + text[Math.Min(text.Length, at + change.Cut)..];
    }

    private static void Tells(string text) => Should.Throw<InvalidDocumentException>(() => SuiteAppSpecs.Reader.ReadInline(text)).Faults.ShouldNotBeEmpty();

    private static bool ReadsOrTells(string text)
    {
        try
        {
            return SuiteAppSpecs.Reader.ReadInline(text) is not null;
        }
        catch (InvalidDocumentException e)
        {
            return e.Faults.Count > 0;
        }
    }

    private static bool ReadsOrTells(string file, byte[] content)
    {
        try
        {
            return SuiteAppSpecs.Reader.Read(file, content) is not null;
        }
        catch (InvalidDocumentException e)
        {
            return e.Faults.Count > 0;
        }
    }
}
