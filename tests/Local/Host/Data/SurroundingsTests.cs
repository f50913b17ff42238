using Sluice.Local.Host.Data;

namespace Sluice.Local.Tests.Host.Data;

public sealed class SurroundingsTests
{
    private static readonly Ancestor Root = new("/", IsCheckout: false, IsOthers: false, IsShut: false);
    private static readonly Ancestor Temporary = new("/tmp", IsCheckout: false, IsOthers: true, IsShut: false);
    private static readonly Ancestor Home = new("/home/me", IsCheckout: false, IsOthers: false, IsShut: true);
    private static readonly Ancestor Shared = new("/home/me/shared", IsCheckout: false, IsOthers: true, IsShut: false);
    private static readonly Ancestor Checkout = new("/home/me/shop", IsCheckout: true, IsOthers: false, IsShut: false);

    [Fact]
    public void Nothing_speaks_against_folders_that_only_this_user_and_root_write_to() => Surroundings.FaultOf([Root, Home]).ShouldBeNull();

    [Fact]
    public void A_folder_above_that_others_write_to_is_told() =>
        Surroundings.FaultOf([Root, Temporary, Home]).ShouldBe("others can write to /tmp, and tools take settings from the folders above");

    [Fact]
    public void What_others_could_write_to_if_they_got_there_does_not_count() => Surroundings.FaultOf([Root, Home, Shared]).ShouldBeNull();

    [Fact]
    public void A_checkout_above_is_told_even_where_nobody_else_gets_to() =>
        Surroundings.FaultOf([Root, Home, Checkout]).ShouldBe("it is inside the checkout /home/me/shop, whose settings reach what is built below it");

    [Fact]
    public void The_temporary_folder_is_others_and_a_private_folder_is_shut()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Rights are looked at as Linux has them.");
        var folder = Directory.CreateTempSubdirectory("sluice-surroundings-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, ".git"));

        var ancestors = Ancestor.Of(Path.Combine(folder.FullName, "not-there"));

        ancestors[0].Path.ShouldBe("/");
        ancestors[^1].ShouldBe(new Ancestor(folder.FullName, IsCheckout: true, IsOthers: false, IsShut: true));
        folder.Delete(recursive: true);
    }
}
