using Sluice.Packages.Formats.PyPi.Names;

namespace Sluice.Packages.Tests.Formats.PyPi.Names;

public sealed class PyVersionTests
{
    [Theory]
    [InlineData("1.0", "1.0")]
    [InlineData("v1.0.0", "1.0.0")]
    [InlineData("01.002", "1.2")]
    [InlineData("1.0-Beta_2", "1.0b2")]
    [InlineData("1.0alpha", "1.0a0")]
    [InlineData("1.0-c1", "1.0rc1")]
    [InlineData("1.0preview3", "1.0rc3")]
    [InlineData("1.0-1", "1.0.post1")]
    [InlineData("1.0.rev", "1.0.post0")]
    [InlineData("1.0-R4", "1.0.post4")]
    [InlineData("1.0DEV", "1.0.dev0")]
    [InlineData("2!1.0a1.post2.dev3+Ubuntu_01-x", "2!1.0a1.post2.dev3+ubuntu.1.x")]
    [InlineData("0!1", "1")]
    [InlineData("20240101123456789012345678901234567890", "20240101123456789012345678901234567890")]
    public void Has_one_spelling(string written, string normal)
    {
        PyVersion.Read(written)!.ToString().ShouldBe(normal);
        PyVersion.Read(normal)!.ToString().ShouldBe(normal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData("one")]
    [InlineData("1.0 ")]
    [InlineData("1.0\n")]
    [InlineData("1.0+")]
    [InlineData("1.0+a/b")]
    [InlineData("../1.0")]
    [InlineData("1.0-beta-x")]
    [InlineData("١.٠")]
    public void Is_none(string text) => PyVersion.Read(text).ShouldBeNull();

    /// <summary>The order that PEP 440 gives, and what is the same.</summary>
    [Fact]
    public void Is_ordered()
    {
        string[] order =
        [
            "1.dev0", "1.0.dev456", "1.0a1", "1.0a2.dev456", "1.0a12.dev456", "1.0a12", "1.0b1.dev456", "1.0b2", "1.0b2.post345.dev456", "1.0b2.post345", "1.0rc1.dev456", "1.0rc1", "1.0", "1.0+abc.5", "1.0+abc.7", "1.0+5",
            "1.0.post456.dev34", "1.0.post456", "1.0.15", "1.1.dev1", "1.9", "1.10", "9999999999999999999999", "10000000000000000000000", "1!0.1",
        ];
        order.Reverse().Select(text => PyVersion.Read(text)!).Order().Select(version => version.ToString()).ShouldBe(order);
        PyVersion.Read("1.0.0")!.ShouldBe(PyVersion.Read("1"));
        PyVersion.Read("1.0.0")!.CompareTo(PyVersion.Read("1")).ShouldBe(0);
        PyVersion.Read("0.0")!.ShouldBe(PyVersion.Read("0"));
        PyVersion.Read("1.0")!.ShouldNotBe(PyVersion.Read("1.0.1"));
    }
}
