using Sluice.Packages.Formats.Ruby.Index;
using Sluice.Packages.Formats.Ruby.Names;

namespace Sluice.Packages.Tests.Formats.Ruby.Names;

public sealed class GemNumberTests
{
    /// <summary>As RubyGems orders them.</summary>
    [Fact]
    public void What_has_letters_comes_before_its_release()
    {
        string[] order = ["0.9", "1.0.a", "1.0.a.2", "1.0.b1", "1.0.rc1", "1.0", "1.0.1", "1.2.pre", "1.2", "1.10", "2.0.0.alpha", "2", "99999999999999999999"];

        order.Reverse().OrderBy(GemNumber.Read).ShouldBe(order);
        foreach (var (one, other) in new[] { ("1", "1.0.0"), ("1.0.rc1", "1.rc1"), ("1.0.rc.1", "1.0.rc1") })
        {
            GemNumber.Read(one).ShouldBe(GemNumber.Read(other));
            GemNumber.Read(one)!.GetHashCode().ShouldBe(GemNumber.Read(other)!.GetHashCode());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("1.")]
    [InlineData("1..2")]
    [InlineData("1-2")]
    [InlineData("1.0 ")]
    [InlineData("1.0\n")]
    public void Other_texts_are_no_numbers(string text) => GemNumber.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("demo-1.0", "demo/1.0/ruby")]
    [InlineData("demo-1.0-x86_64-linux", "demo/1.0/x86_64-linux")]
    [InlineData("foo-1-2.0", "foo/1/2.0", "foo-1/2.0/ruby")]
    [InlineData("demo")]
    [InlineData("demo-1.0-ruby", "demo-1.0-ruby")]
    [InlineData("-1.0")]
    [InlineData("../x-1.0")]
    public void A_files_name_has_every_reading_that_it_can_have(string name, params string[] readings) =>
        GemFile.Readings(name).Select(file => $"{file.Name}/{file.Version}/{file.Platform}").ShouldBe(readings.Where(reading => reading.Contains('/', StringComparison.Ordinal)));

    [Theory]
    [InlineData("1.0 |checksum:X", true)]
    [InlineData("1.0-java a:>= 1&< 2,b:= 3|checksum:X,ruby:>= 2", true)]
    [InlineData("1.0 a:>= 1", false)]
    [InlineData("1.0 |checksum:00", false)]
    [InlineData("one |checksum:X", false)]
    [InlineData("", false)]
    public void A_line_of_the_index_is_read_or_left_out(string line, bool read)
    {
        var text = line.Replace("X", new string('0', 64), StringComparison.Ordinal);

        (InfoLine.Read("demo", text)?.Text).ShouldBe(read ? text : null);
    }
}
