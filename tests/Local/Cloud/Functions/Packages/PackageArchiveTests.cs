using System.IO.Compression;
using Sluice.Local.Cloud.Functions.Packages;
using Zips = Sluice.Local.Tests.Cloud.TestPackages;

namespace Sluice.Local.Tests.Cloud.Functions.Packages;

public sealed class PackageArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-zip-").FullName;

    private string Target => Path.Combine(_folder, "target");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/../../evil")]
    [InlineData("/etc/evil")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("..")]
    [InlineData("C:/evil")]
    [InlineData("a\\..\\evil")]
    [InlineData("evil\nname")]
    public async Task An_entry_that_could_leave_its_folder_is_refused_before_anything_is_written(string name)
    {
        var refusal = await RefusedAsync(archive =>
        {
            Zips.Add(archive, "good.txt");
            Zips.Add(archive, name);
        });

        refusal.ShouldContain("refused");
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bootstrap", "Bootstrap")]
    [InlineData("a.txt", "a.txt")]
    [InlineData("lib", "LIB/a.txt")]
    [InlineData("lib/a.txt", "lib")]
    [InlineData("lib/a.txt", "Lib/b.txt")]
    public async Task Names_that_are_one_where_case_is_ignored_are_refused(string first, string second) =>
        (await RefusedAsync(archive =>
        {
            Zips.Add(archive, first);
            Zips.Add(archive, second);
        })).ShouldContain(second);

    [Fact]
    public async Task A_link_is_refused() =>
        (await RefusedAsync(archive => Zips.Add(archive, "link", "/etc/passwd", Zips.Link | 0x1FF))).ShouldContain("link");

    [Fact]
    public async Task Too_many_entries_or_bytes_are_refused()
    {
        (await RefusedAsync(archive => Enumerable.Range(0, 4).ToList().ForEach(n => Zips.Add(archive, $"{n}")), new PackageLimits(Entries: 3))).ShouldContain("4 entries");
        (await RefusedAsync(archive => Zips.Add(archive, "large", new string('x', 2000)), new PackageLimits(UnzippedBytes: 1999))).ShouldContain("Unzipped size must be smaller than 1999 bytes");
    }

    [Fact]
    public async Task What_is_no_zip_is_refused() =>
        await Should.ThrowAsync<InvalidPackageException>(() => UnpackAsync("no zip at all"u8.ToArray(), new PackageLimits()));

    [Fact]
    public async Task Modes_are_restored_but_never_set_uid_and_a_bootstrap_without_one_is_executable()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no Unix modes on Windows.");
        await UnpackAsync(
            Zips.Zip(archive =>
            {
                Zips.Add(archive, "bootstrap");
                Zips.Add(archive, "lib/");
                Zips.Add(archive, "lib/tool", "#!/bin/sh", Zips.File | 0x9ED);
                Zips.Add(archive, "plain.txt", "text", Zips.File | 0x1A0);
            }),
            new PackageLimits());

        Mode("lib/tool").ShouldBe(["UserExecute", "UserWrite", "UserRead"], ignoreOrder: true);
        Mode("plain.txt").ShouldBe(["UserRead", "UserWrite"], ignoreOrder: true);
        Mode("bootstrap").ShouldContain("UserExecute");
        File.ReadAllText(Path.Combine(Target, "plain.txt")).ShouldBe("text");
    }

    private async Task<string> RefusedAsync(Action<ZipArchive> fill, PackageLimits? limits = null) =>
        (await Should.ThrowAsync<InvalidPackageException>(() => UnpackAsync(Zips.Zip(fill), limits ?? new PackageLimits()))).Message;

    private async Task UnpackAsync(byte[] zip, PackageLimits limits)
    {
        using var content = new MemoryStream(zip);
        await PackageArchive.UnpackAsync(content, Target, limits, TestContext.Current.CancellationToken);
    }

    private IEnumerable<string> Mode(string path) => OperatingSystem.IsWindows() ? [] : File.GetUnixFileMode(Path.Combine(Target, path)).ToString().Split(", ");
}
