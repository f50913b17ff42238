using System.Diagnostics;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Tests.Artifacts;

public sealed class ArtifactSelectionTests : IDisposable
{
    private readonly TemporaryFolder _source = new();

    public ArtifactSelectionTests()
    {
        foreach (var name in new[] { "my-build1/my-file1.txt", "my-build2/my-file2.txt", "my-build2/my-subdirectory/my-file3.txt", ".git/config", ".env", "README.md" })
        {
            _source.Write(name, name);
        }
    }

    [Theory]
    [InlineData("*/my-file3.txt", "my-build2", false, "", "my-subdirectory/my-file3.txt")]
    [InlineData("**/*", "my-build*", true, "", "my-file1.txt my-file2.txt my-file3.txt")]
    [InlineData("**/*", "my-build*", false, "", "my-file1.txt my-file2.txt my-subdirectory/my-file3.txt")]
    [InlineData("**/*", "./my-build2/", false, "my-subdirectory/**/*", "my-file2.txt")]
    [InlineData("**/*", null, false, "my-build1/*", ".env README.md my-build2/my-file2.txt my-build2/my-subdirectory/my-file3.txt")]
    [InlineData("*", null, false, "", ".env README.md")]
    public void Selects_as_the_original_does(string files, string? directory, bool discard, string exclude, string expected) =>
        string.Join(' ', Select(files, directory, discard, exclude).Select(file => file.EntryName)).ShouldBe(expected);

    [Fact]
    public void Files_that_would_have_one_name_are_refused()
    {
        _source.Write("my-build1/sub/my-file2.txt", "other");

        Fault("**/*", discard: true).ShouldBe("Two files would both be 'my-file2.txt' in the artifact: my-build1/sub/my-file2.txt and my-build2/my-file2.txt.");
    }

    [Fact]
    public void What_is_not_there_is_told_with_what_is()
    {
        Fault("*.jar", "my-build2").ShouldBe("No file matches '*.jar'. 'my-build2' has: my-file2.txt, my-subdirectory/.");
        Fault("*", "out").ShouldBe("The base-directory 'out' does not exist. The source has: .env, README.md, my-build1/, my-build2/.");
    }

    [Fact]
    public void Links_inside_the_source_are_followed()
    {
        File.CreateSymbolicLink(Path.Combine(_source.Path, "my-build1", "link.txt"), "../README.md");
        Directory.CreateSymbolicLink(Path.Combine(_source.Path, "my-build1", "folder"), "../my-build2/my-subdirectory");
        Directory.CreateSymbolicLink(Path.Combine(_source.Path, "my-build1", "loop"), "..");

        var files = Select("**/*", "my-build1");

        files.Select(file => file.EntryName).ShouldBe(["folder/my-file3.txt", "link.txt", "my-file1.txt"]);
        File.ReadAllText(files[1].FullPath).ShouldBe("README.md");
    }

    [Fact]
    public void Links_out_of_the_source_and_to_nothing_are_refused()
    {
        using var outside = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(_source.Path, "my-build1", "out.txt"), outside.Write("secret", "x"));
        Fault("**/*", "my-build1").ShouldContain("'my-build1/out.txt' is a link that leads out");

        File.Delete(Path.Combine(_source.Path, "my-build1", "out.txt"));
        File.CreateSymbolicLink(Path.Combine(_source.Path, "my-build1", "out.txt"), "nowhere");
        Fault("**/*", "my-build1").ShouldContain("is a link to nothing");
    }

    [Fact]
    public void A_folder_that_is_a_link_out_of_the_source_is_refused_if_something_in_it_could_match()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret", "x");
        Directory.CreateSymbolicLink(Path.Combine(_source.Path, "my-build1", "away"), outside.Path);

        Fault("**/*", "my-build1").ShouldBe("'my-build1/away' is a link that leads out of the source; an artifact holds files of the source only.");
        Names(Select("**/*", "my-build1", exclude: "away/**")).ShouldBe("my-file1.txt");
        Names(Select("*.txt", "my-build1")).ShouldBe("my-file1.txt");
    }

    [Fact]
    public void A_link_to_a_folder_that_it_is_in_is_left_out_and_noted()
    {
        Directory.CreateSymbolicLink(Path.Combine(_source.Path, "my-build1", "to-two"), "../my-build2");
        Directory.CreateSymbolicLink(Path.Combine(_source.Path, "my-build2", "to-one"), "../my-build1");

        var content = Content("**/*", "my-build1");

        content.Files.Select(file => file.EntryName).ShouldBe(["my-file1.txt", "to-two/my-file2.txt", "to-two/my-subdirectory/my-file3.txt"]);
        content.Notes.ShouldBe(["'my-build1/to-two/to-one' is a link to a folder that it is in; it is left out"]);
    }

    [Fact]
    public void Files_are_found_however_deep_they_are()
    {
        var folder = string.Concat(Enumerable.Range(0, 300).Select(_ => "d/"));
        _source.Write($"out/{folder}file", "x");

        Names(Select("**/*", "out")).ShouldBe($"{folder}file");
    }

    [Fact]
    public void Files_whose_path_is_too_long_for_the_system_are_refused()
    {
        Sh("mkdir out; cd out; n=$(printf '%0250d' 0); for i in $(seq 20); do mkdir $n; cd -P $n; done; echo x > file");

        Fault("**/*", "out").ShouldContain("its path is too long.");
    }

    [Theory]
    [InlineData("mkfifo my-build2/special", "a named pipe")]
    [InlineData("ln -s /dev/zero my-build2/special", "a device")]
    [InlineData("python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"my-build2/special\")'", "a socket")]
    public void What_is_no_file_is_named_and_not_opened(string command, string kind)
    {
        Sh(command);

        Fault("**/*", "my-build2").ShouldContain(kind == "a device" ? "'my-build2/special' is a link that leads out of the source" : $"'my-build2/special' is {kind}; an artifact holds files only");
        Names(Select("**/*.txt", "my-build2")).ShouldBe("my-file2.txt my-subdirectory/my-file3.txt");
    }

    [Fact]
    public void Names_that_are_not_UTF_8_are_told_with_their_bytes()
    {
        Sh(@"mkdir -p out; printf x > ""out/$(printf 'caf\351.txt')""; printf x > ""out/$(printf 'caf\350.txt')""; mkdir ""out/$(printf 'd\377')""; printf 'é' > out/é; printf x > out/�");

        Fault("**/*", "out").Split('\n').Select(line => line.Split(" is ")[0]).ShouldBe([@"'out/caf\xe8.txt'", @"'out/caf\xe9.txt'", @"'out/d\xff'"], ignoreOrder: true);
        Fault("**/*", "out").ShouldContain("is a name that is not UTF-8");
        Content(["**/*"], "out", ["caf*", "d*/**"]).Files.Select(file => file.EntryName).ShouldBe(["é", "�"]);
    }

    [Fact]
    public void A_pattern_that_matches_nothing_beside_others_is_noted()
    {
        var content = Content(["*.md", "*.jar", "my-build1"], null, []);

        content.Files.Select(file => file.EntryName).ShouldBe(["README.md"]);
        content.Notes.ShouldBe(["no file matches '*.jar'", "no file matches 'my-build1' ('my-build1' is a folder; 'my-build1/**/*' is all that is in it)"]);
    }

    [Fact]
    public void A_base_directory_may_be_anywhere()
    {
        using var outside = new TemporaryFolder();
        outside.Write("one-a/x", "x");
        outside.Write("one-b/sub/y", "y");
        outside.Write("two/z", "z");
        File.CreateSymbolicLink(Path.Combine(outside.Path, "two", "link"), "z");

        Names(Select("**/*", outside.Path + "/two/")).ShouldBe("link z");
        Names(Select("**/*", outside.Path + "/one-*")).ShouldBe("sub/y x");
        Names(Select("**/*", $"../{Path.GetFileName(outside.Path)}/two")).ShouldBe("link z");
        Names(Select("*", _source.Path + "/my-build1")).ShouldBe("my-file1.txt");
        Names(Select(_source.Path + "/my-build2/**/*", _source.Path)).ShouldBe("my-build2/my-file2.txt my-build2/my-subdirectory/my-file3.txt");
        Fault(outside.Path + "/**", null).ShouldStartWith($"'{outside.Path}/**' is not below the base-directory");
        Fault("*", outside.Path + "/three").ShouldStartWith($"The base-directory '{outside.Path}/three' does not exist.");
    }

    [Fact]
    public void The_fetchs_own_folder_and_ours_are_in_no_artifact()
    {
        _source.Write("control/command-1.sh", "x");
        var tree = new SourceTree(_source.Path, Path.Combine(_source.Path, "control"));

        ArtifactSelection.Select(tree, new BuildspecArtifact(["**/*"], null, ["my-*/**"], false)).Files.Select(file => file.EntryName).ShouldBe([".env", "README.md"]);
        Fault("*", ".git").ShouldStartWith("The base-directory '.git' does not exist.");
        Fault("**/*", _source.Path + "/.git").ShouldContain("does not exist.");
    }

    public void Dispose() => _source.Dispose();

    private static string Names(IReadOnlyList<ArtifactFile> files) => string.Join(' ', files.Select(file => file.EntryName));

    private void Sh(string script)
    {
        using var sh = Process.Start(new ProcessStartInfo("/bin/sh", ["-ec", script]) { WorkingDirectory = _source.Path })!;
        sh.WaitForExit();
        sh.ExitCode.ShouldBe(0);
    }

    private ArtifactContent Content(IReadOnlyList<string> files, string? directory, IReadOnlyList<string> exclude, bool discard = false) =>
        ArtifactSelection.Select(new SourceTree(_source.Path), new BuildspecArtifact(files, directory, exclude, discard));

    private ArtifactContent Content(string files, string directory) => Content([files], directory, []);

    private IReadOnlyList<ArtifactFile> Select(string files, string? directory = null, bool discard = false, string exclude = "") =>
        Content([files], directory, exclude.Length == 0 ? [] : [exclude], discard).Files;

    private string Fault(string files, string? directory = null, bool discard = false) =>
        Should.Throw<ArtifactException>(() => Select(files, directory, discard)).Message;
}
