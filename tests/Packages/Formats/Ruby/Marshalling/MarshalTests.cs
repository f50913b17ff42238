using System.Globalization;
using Sluice.Packages.Formats.Ruby.Archives;
using Sluice.Packages.Formats.Ruby.Marshalling;
using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Tests.Clients;

namespace Sluice.Packages.Tests.Formats.Ruby.Marshalling;

/// <summary>What is written is read by Ruby itself.</summary>
public sealed class MarshalTests : IDisposable
{
    private readonly RubyClient _ruby = new();

    public void Dispose() => _ruby.Dispose();

    [Theory]
    [InlineData(0, "6900")]
    [InlineData(122, "697F")]
    [InlineData(123, "69017B")]
    [InlineData(255, "6901FF")]
    [InlineData(256, "69020001")]
    [InlineData(70_000, "6903701101")]
    [InlineData(int.MaxValue, "6904FFFFFF7F")]
    public void Numbers_have_as_many_bytes_as_they_need(int number, string bytes) => Convert.ToHexString(new MarshalWriter().Int(number).ToBytes()).ShouldBe("0408" + bytes);

    [Fact]
    public void Negative_numbers_are_none_of_gems() => Should.Throw<ArgumentOutOfRangeException>(() => new MarshalWriter().Int(-1));

    [Fact]
    public async Task A_specification_is_the_one_that_Ruby_reads_of_the_gem()
    {
        _ruby.Write("demo.gem", Gems.Packed("demo", "1.2.0.rc1", "x86_64-linux", [("rake", ["~> 13.0", ">= 13.0.1"]), ("json", [">= 0"])]));
        await using (var stream = File.OpenRead(Path.Combine(_ruby.Folder, "demo.gem")))
        {
            _ruby.Write("own", SpecMarshal.Specification(await GemReader.ReadSpecAsync(stream, TestContext.Current.CancellationToken)));
        }

        await RubyAsync("require 'rubygems/package'; own, theirs = Marshal.load(File.binread('own')), Marshal.load(Marshal.dump(Gem::Package.new('demo.gem').spec)); puts own.summary, own.date, own == theirs; own.files, own.require_paths = theirs.files, theirs.require_paths; puts own.to_ruby == theirs.to_ruby, own.to_ruby");

        _ruby.Said.ShouldStartWith("Says hello\n2026-01-02 00:00:00 UTC\n");
        _ruby.Said.ShouldContain("s.platform = \"x86_64-linux\"");
        _ruby.Said.Split('\n')[3].ShouldBe("true", _ruby.Said);
    }

    [Fact]
    public async Task Lists_are_what_Ruby_reads()
    {
        var files = Enumerable.Range(0, 300).Select(number => new GemFile("gém", number.ToString(CultureInfo.InvariantCulture), number == 1 ? "java" : "ruby")).ToList();
        _ruby.Write("names", SpecMarshal.Names(files));
        _ruby.Write("needs", SpecMarshal.Dependencies([(files[1], [("rake", "~> 1.0, < 2")]), (files[2], [])]));

        await RubyAsync("n = Marshal.load(File.binread('names')); p n.size, n[1].map(&:to_s), n[299][1] > Gem::Version.new('298'); p Marshal.load(File.binread('needs'))");

        _ruby.Said.ShouldBe("""
            300
            ["gém", "1", "java"]
            true
            [{:name=>"gém", :number=>"1", :platform=>"java", :dependencies=>[["rake", "~> 1.0, < 2"]]}, {:name=>"gém", :number=>"2", :platform=>"ruby", :dependencies=>[]}]

            """);
    }

    private async Task RubyAsync(string script) => (await _ruby.RunAsync("ruby", ["-e", script])).Code.ShouldBe(0, _ruby.Said);
}
