using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sluice.Pipelines.Sources.Packs;

namespace Sluice.Pipelines.Tests.Sources.Packs;

public sealed class PackReaderTests
{
    private static readonly byte[] _commit = Encoding.ASCII.GetBytes("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nmessage\n");

    [Fact]
    public void Puts_objects_together_from_deltas_by_place_and_by_name()
    {
        var builder = new PackBuilder();
        var at = builder.At;
        builder.Object(PackObjectKind.Commit, _commit);
        builder.Offset(at, PackBuilder.Longer(_commit.Length, "more\n"u8.ToArray()));
        byte[] second = [.. _commit, .. "more\n"u8];
        byte[] third = [.. second, .. "still\n"u8];
        builder.Named(GitHash.IdOf(PackObjectKind.Commit, second), PackBuilder.Longer(second.Length, "still\n"u8.ToArray()));

        var pack = PackReader.Read(builder.Build(), PackLimits.History);

        pack.Count.ShouldBe(3);
        pack.Find(GitHash.IdOf(PackObjectKind.Commit, third), PackObjectKind.Commit).ShouldBe(third);
        pack.Find(GitHash.IdOf(PackObjectKind.Commit, third), PackObjectKind.Tree).ShouldBeNull();
    }

    [Fact]
    public void Keeps_nothing_of_files_and_of_what_differs_from_them()
    {
        var builder = new PackBuilder();
        var at = builder.At;
        builder.Object(PackObjectKind.Blob, "file"u8.ToArray()).Offset(at, PackBuilder.Longer(4, "x"u8.ToArray())).Object(PackObjectKind.Commit, _commit);

        PackReader.Read(builder.Build(), PackLimits.History).Count.ShouldBe(1);
    }

    /// <summary>An object of a few kilobytes that says it is small and grows to a gigabyte, and one that says so.</summary>
    [Fact]
    public void Refuses_bombs()
    {
        Refusal(new PackBuilder().Object(PackObjectKind.Tree, new byte[50_000_000], claimed: 10).Build()).ShouldContain("not as long as it says");
        Refusal(new PackBuilder().Object(PackObjectKind.Tree, new byte[50_000_000]).Build()).ShouldContain("grows to more");
        Refusal(new PackBuilder().Object(PackObjectKind.Tree, [], claimed: 1L << 40).Build()).ShouldContain("that cannot be");
        Refusal(new PackBuilder().Object(PackObjectKind.Tree, [], claimed: 1L << 34).Build()).ShouldContain("grows to more");
        Refusal(new PackBuilder().Object(PackObjectKind.Blob, [], claimed: 1L << 34).Build()).ShouldContain("files of the pack grow");
        var many = new PackBuilder();
        for (var index = 0; index < 8; index++)
        {
            many.Object(PackObjectKind.Tree, new byte[15_000_000]);
        }

        Refusal(many.Build()).ShouldContain("grows to more");
    }

    /// <summary>A small delta that says a great deal by copying the same again and again.</summary>
    [Fact]
    public void Refuses_deltas_that_grow_by_copies()
    {
        var builder = new PackBuilder();
        var at = builder.At;
        builder.Object(PackObjectKind.Tree, new byte[65536]);
        byte[] delta = [.. PackBuilder.Number(65536), .. PackBuilder.Number(65536 * 400), .. Enumerable.Repeat((byte)0x80, 400)];

        Refusal(builder.Offset(at, delta).Build()).ShouldContain("grows to more");
    }

    [Fact]
    public void Refuses_deltas_without_a_base_and_is_not_caught_in_a_circle()
    {
        var none = new string('a', 40);
        PackReader.Read(new PackBuilder().Named(none, PackBuilder.Longer(1, [1])).Build(), PackLimits.History).Count.ShouldBe(0);
        var circle = new PackBuilder().Named(none, PackBuilder.Longer(1, [1])).Named(none, PackBuilder.Longer(2, [1]));
        PackReader.Read(circle.Build(), PackLimits.History).Count.ShouldBe(0);
        var builder = new PackBuilder().Object(PackObjectKind.Commit, _commit);
        Refusal(builder.Offset(13, PackBuilder.Longer(_commit.Length, [1])).Build()).ShouldContain("where no object begins");
        Refusal(new PackBuilder().Offset(5, PackBuilder.Longer(1, [1])).Build()).ShouldContain("a base outside of it");
        Refusal(new PackBuilder().Object((PackObjectKind)5, _commit).Build()).ShouldContain("of the kind 5");
    }

    /// <summary>Each of them makes the base of the one before it in the pack, which would be a round each.</summary>
    [Fact]
    public void Bounds_chains_of_named_deltas_that_are_the_wrong_way_round()
    {
        List<byte[]> contents = [[.. _commit]];
        for (var index = 0; index < 6000; index++)
        {
            contents.Add([.. _commit, .. BitConverter.GetBytes(index)]);
        }

        var builder = new PackBuilder();
        for (var index = contents.Count - 1; index > 0; index--)
        {
            byte[] delta = [.. PackBuilder.Number(contents[index - 1].Length), .. PackBuilder.Number(contents[index].Length), (byte)contents[index].Length, .. contents[index]];
            builder.Named(GitHash.IdOf(PackObjectKind.Commit, contents[index - 1]), delta);
        }

        Refusal(builder.Object(PackObjectKind.Commit, _commit).Build()).ShouldContain("are a chain of more than");
    }

    [Fact]
    public void Refuses_counts_that_cannot_be()
    {
        Refusal(new PackBuilder().Object(PackObjectKind.Commit, _commit).Build(uint.MaxValue)).ShouldContain("objects, more than");
        Refusal(new PackBuilder().Object(PackObjectKind.Commit, _commit).Build(2)).ShouldContain("ends in the middle");
        Refusal(new PackBuilder().Object(PackObjectKind.Commit, _commit).Build(0)).ShouldContain("longer than it says");
        Refusal([]).ShouldContain("no pack");
    }

    /// <summary>Whatever is in it, it is read or refused, and nothing else happens.</summary>
    [Fact]
    public void Takes_anything()
    {
        var builder = new PackBuilder();
        var at = builder.At;
        var good = builder.Object(PackObjectKind.Commit, _commit).Offset(at, PackBuilder.Longer(_commit.Length, [1, 2, 3])).Object(PackObjectKind.Tree, [1, 2, 3]).Build();
        var changes = Gen.Choose(0, good.Length - 21).Zip(Gen.Choose(0, 255)).ListOf();

        Prop.ForAll(changes.ToArbitrary(), list =>
        {
            var bad = good[..^20];
            foreach (var (place, value) in list)
            {
                bad[place] = (byte)value;
            }

            try
            {
                PackReader.Read([.. bad, .. GitHash.Of(bad)], PackLimits.History);
            }
            catch (FormatException)
            {
                // As it should be.
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static string Refusal(byte[] pack) => Should.Throw<FormatException>(() => PackReader.Read(pack, PackLimits.History)).Message;
}
