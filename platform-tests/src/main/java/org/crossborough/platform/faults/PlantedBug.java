package org.crossborough.platform.faults;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.crossborough.platform.oracle.Stores;
import org.crossborough.platform.oracle.Wire;
import org.crossborough.platform.traffic.Attempt;
import org.crossborough.platform.traffic.Attempt.Kind;
import org.crossborough.platform.traffic.Attempt.Outcome;
import org.crossborough.platform.traffic.Complaint;

/**
 * What a faulty service would do, done to a real platform by other means: a campaign whose checks
 * do not notice is worth nothing.
 */
enum PlantedBug {
  /** An event is forgotten between its commit and its sending. */
  OUTBOX_ROW_DROPPED(Complaint.Kind.LOST) {
    @Override
    void plant(Campaign campaign) {
      campaign.platform().kill9("kafka");
      Attempt referral = acknowledged(campaign);
      alter(campaign, "referral", "delete from outbox where key = '" + referral.id() + "'");
      campaign.platform().up();
    }
  },
  /** An event is sent of a change that was then not committed. */
  PUBLISHED_BEFORE_COMMIT(Complaint.Kind.PHANTOM) {
    @Override
    void plant(Campaign campaign) {
      var _ = acknowledged(campaign);
      awaitSent(campaign);
      Wire wire = new Wire(campaign.platform());
      ConsumerRecord<byte[], byte[]> real =
          wire.records(Set.of("referral.events")).stream()
              .filter(one -> type(one).startsWith("referral.received"))
              .findFirst()
              .orElseThrow();
      String id = UUID.randomUUID().toString();
      String payload =
          new String(real.value(), StandardCharsets.UTF_8)
              .replace(new String(real.key(), StandardCharsets.UTF_8), id);
      ProducerRecord<byte[], byte[]> copy =
          new ProducerRecord<>(real.topic(), bytes(id), bytes(payload));
      real.headers()
          .forEach(header -> {
            boolean own = header.key().equals("ce_id");
            var _ = copy.headers().add(header.key(), own ? bytes(id) : header.value());
          });
      wire.send("referral", copy);
    }
  },
  /** A consumer catches what goes wrong, and notes the event as applied. */
  FAILURE_SWALLOWED(Complaint.Kind.LOST) {
    @Override
    void plant(Campaign campaign) {
      campaign.platform().kill9("outcomes-service");
      Attempt referral = acknowledged(campaign);
      String event =
          new Stores(campaign.platform())
              .read(
                  "referral",
                  "select event_id::text from outbox where type like 'referral.received%%' and key = '%s'"
                      .formatted(referral.id()),
                  row -> row.getString(1))
              .getFirst();
      alter(
          campaign,
          "outcomes",
          "insert into inbox (event_id, topic, type) values ('%s', 'referral.events', 'referral.received.v1')"
              .formatted(event));
      campaign.platform().up();
    }
  },
  /** A consumer applies a repeated event again. */
  APPLIED_TWICE(Complaint.Kind.TWICE) {
    @Override
    void plant(Campaign campaign) {
      String id = acknowledged(campaign).id();
      alter(
          campaign,
          "referral",
          """
          insert into referral_change (borough_code, referral_id, type, status, occurred_at)
          select borough_code, referral_id, type, status, occurred_at from referral_change
          where type = 'RECEIVED' and referral_id = '%s'
          """
              .formatted(id));
    }
  },
  /** A relay sends what is committed later before what is committed earlier. */
  SENT_OUT_OF_ORDER(Complaint.Kind.REORDERED) {
    @Override
    void plant(Campaign campaign) {
      Attempt triage = last(campaign, Kind.TRIAGE);
      awaitSent(campaign);
      String about =
          "update outbox set event_id = '%s' where seq = (select %s(seq) from outbox where topic ="
              + " 'referral.events' and key = '"
              + triage.referral()
              + "')";
      Stores stores = new Stores(campaign.platform());
      String query =
          "select event_id::text from outbox where topic = 'referral.events' and key = '%s' order by seq"
              .formatted(triage.referral());
      var ids = stores.read("referral", query, row -> row.getString(1));
      alter(
          campaign,
          "referral",
          about.formatted(UUID.randomUUID(), "min"),
          about.formatted(ids.getFirst(), "max"),
          about.formatted(ids.getLast(), "min"));
    }
  },
  /** A commit that did not wait for the disk is gone. */
  COMMIT_FORGOTTEN(Complaint.Kind.LOST) {
    @Override
    void plant(Campaign campaign) {
      String id = acknowledged(campaign).id();
      alter(
          campaign,
          "referral",
          "set session_replication_role = replica",
          "delete from referral where id = '" + id + "'");
    }
  },
  /** An answer is not kept under its key. */
  ANSWER_NOT_KEPT(Complaint.Kind.UNSTABLE) {
    @Override
    void plant(Campaign campaign) {
      Attempt referral = acknowledged(campaign);
      alter(
          campaign,
          "referral",
          "delete from idempotency_key where key = '"
              + referral.call().headers().get("Idempotency-Key")
              + "'");
      campaign.traffic().repeat(referral);
    }
  },
  /** A request is carried out and then refused. */
  REFUSED_AND_KEPT(Complaint.Kind.PHANTOM) {
    @Override
    void plant(Campaign campaign) {
      Attempt refused = last(campaign, Kind.HOPELESS);
      String id = acknowledged(campaign).id();
      alter(
          campaign,
          "referral",
          "update referral set external_reference = '%s' where id = '%s'"
              .formatted(refused.subject(), id));
    }
  },
  /** A copy goes its own way. */
  COPY_DIFFERS(Complaint.Kind.DIFFERENT) {
    @Override
    void plant(Campaign campaign) {
      String id = acknowledged(campaign).id();
      boolean _ = campaign.witness().awaitQuiet(campaign.api().patience());
      alter(
          campaign,
          "outcomes",
          "update known_referral set borough_code = 'E09000001' where referral_id = '" + id + "'");
    }
  },
  /** Somebody rewrites who has looked at what. */
  AUDIT_REWRITTEN(Complaint.Kind.AUDIT) {
    @Override
    void plant(Campaign campaign) {
      alter(
          campaign,
          "safety",
          "set session_replication_role = replica",
          "update audit_entry set actor = 'somebody else' where seq = (select min(seq) from"
              + " audit_entry)");
    }
  },
  /**
   * A consumer notes how far it has read before it has applied what it read. The last: nothing is
   * quiet any more after it.
   */
  POSITION_BEFORE_APPLYING(Complaint.Kind.BEHIND) {
    @Override
    void plant(Campaign campaign) {
      campaign.platform().kill9("programme-service");
      var _ = acknowledged(campaign);
      awaitSent(campaign);
      Stores stores = new Stores(campaign.platform());
      stores
          .read(
              "referral",
              "select topic, partition, max(sent_offset) + 1 from outbox group by 1, 2",
              row -> "%s,%d,%d".formatted(row.getString(1), row.getInt(2), row.getLong(3)))
          .forEach(end -> moveTo(campaign, end.split(",", -1)));
      campaign.platform().up();
    }

    private void moveTo(Campaign campaign, String[] end) {
      alter(
          campaign,
          "programme",
          "update inbox_position set next_offset = %s where topic = '%s' and partition = %s"
              .formatted(end[2], end[0], end[1]));
    }
  };

  private final Complaint.Kind shows;

  PlantedBug(Complaint.Kind shows) {
    this.shows = shows;
  }

  /** What the checks must complain about at least. */
  Complaint.Kind shows() {
    return shows;
  }

  /** Does it. */
  abstract void plant(Campaign campaign);

  /** A referral that was just acknowledged. */
  private static Attempt acknowledged(Campaign campaign) {
    int before = campaign.acknowledged();
    while (campaign.acknowledged() == before) {
      campaign.traffic().one();
    }
    return last(campaign, Kind.REFERRAL);
  }

  /** The last of what was asked for and answered as it should be. */
  private static Attempt last(Campaign campaign, Kind kind) {
    Outcome outcome = kind == Kind.HOPELESS ? Outcome.REFUSED : Outcome.OK;
    while (campaign.history().count(kind, outcome) == 0) {
      campaign.traffic().one();
    }
    return campaign.history().of(kind, outcome).getLast();
  }

  private static void awaitSent(Campaign campaign) {
    campaign
        .api()
        .patience()
        .until("the events to be sent", () -> campaign.witness().unsent("referral") == 0);
  }

  private static void alter(Campaign campaign, String service, String... statements) {
    int _ = new Stores(campaign.platform()).alter(service, statements);
  }

  private static String type(ConsumerRecord<byte[], byte[]> record) {
    var header = record.headers().lastHeader("ce_type");
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
